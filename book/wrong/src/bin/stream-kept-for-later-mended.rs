//! A server that drops each stream, and with it closes the connection.
//! It is this program, started again by a shell that allows it 32 open files (not on Windows).

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};

// ANCHOR: wrong
fn serve(listener: &TcpListener) -> io::Result<()> {
    loop {
        let (mut stream, _) = listener.accept()?;
        stream.write_all(b"hello")?;
    } // the stream is dropped here, which closes the connection
}
// ANCHOR_END: wrong

fn main() {
    if env::args().len() > 1 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        println!("{}", listener.local_addr().unwrap());
        serve(&listener).unwrap_or_else(|error| println!("{error}"));
        return;
    }
    let mut server = Command::new("sh")
        .args(["-c", "ulimit -n 32; exec \"$0\" serve"])
        .arg(env::current_exe().unwrap())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(server.stdout.take().unwrap()).lines();
    let address = said.next().unwrap().unwrap();

    println!("100 clients come, read hello and leave, one after another");
    match (1..=100).try_for_each(|_| visit(&address)) {
        Ok(()) => println!("all 100 have read it"),
        Err(_) => println!("one of them got no hello"),
    }
    server.kill().unwrap();
    server.wait().unwrap();
    for line in said {
        println!("the server says: {}", line.unwrap());
    }
}

fn visit(address: &str) -> io::Result<()> {
    let mut hello = [0; 5];
    TcpStream::connect(address)?.read_exact(&mut hello)
}

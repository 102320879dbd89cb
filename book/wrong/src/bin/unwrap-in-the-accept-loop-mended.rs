//! A server that has more clients than descriptors, and waits until some have left.
//! It is this program, started again by a shell that allows it 32 open files (not on Windows).

use std::io::{self, BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

// ANCHOR: wrong
fn serve(listener: &TcpListener) {
    for stream in listener.incoming() {
        let Ok(mut stream) = stream else {
            println!("cannot accept");
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        println!("welcome");
        // Stays until the client leaves.
        thread::spawn(move || io::copy(&mut stream, &mut io::sink()));
    }
}
// ANCHOR_END: wrong

fn main() {
    if env::args().len() > 1 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        println!("{}", listener.local_addr().unwrap());
        return serve(&listener);
    }
    let mut server = Command::new("sh")
        .args(["-c", "ulimit -n 32; exec \"$0\" serve"])
        .arg(env::current_exe().unwrap())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(server.stdout.take().unwrap()).lines();
    let mut said = said.map(Result::unwrap);
    let address = said.next().unwrap();

    println!("clients come and stay, as long as each is welcome");
    let mut clients = vec![TcpStream::connect(&address)];
    while said.next().is_some_and(|line| line == "welcome") {
        clients.push(TcpStream::connect(&address));
    }
    println!("the room is full; now all leave, and a new one comes");
    drop(clients);
    let _late = TcpStream::connect(&address);
    match said.find(|line| line == "welcome") {
        Some(welcome) => println!("the server says: {welcome}"),
        None => println!("the server is gone: {}", server.wait().unwrap()),
    }
    let _ = server.kill();
    let _ = server.wait();
}

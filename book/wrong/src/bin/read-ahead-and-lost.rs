//! Two functions read from one stream, one after the other, and the first has a buffer of its own.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

// ANCHOR: wrong
fn read_line(stream: &TcpStream) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line)
}

fn read_rest(mut stream: &TcpStream) -> io::Result<String> {
    let mut rest = String::new();
    stream.read_to_string(&mut rest)?;
    Ok(rest)
}
// ANCHOR_END: wrong

/// The client sends a request in one go, and the server prints what it gets to see of it.
fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    client.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    client.shutdown(Shutdown::Write)?;
    let (stream, _) = listener.accept()?;
    thread::sleep(Duration::from_millis(100)); // by now all of it has come
    println!("the request line: {:?}", read_line(&stream)?);
    println!("what comes after it: {:?}", read_rest(&stream)?);
    Ok(())
}

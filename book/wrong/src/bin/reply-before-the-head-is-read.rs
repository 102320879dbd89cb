//! A server that replies as soon as it has the request line. What it leaves unread turns the
//! end of the connection into a reset.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

// ANCHOR: wrong
fn handle(stream: TcpStream) -> io::Result<()> {
    let mut reader = BufReader::new(&stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    (&stream).write_all(b"HTTP/1.1 200 OK\r\n\r\nhello")
}
// ANCHOR_END: wrong

fn main() -> io::Result<()> {
    visit("a short cookie", 10)?;
    visit("a long cookie", 10_000)
}

fn visit(what: &str, cookie: usize) -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let cookie = "c".repeat(cookie);
    let request = format!("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");
    client.write_all(request.as_bytes())?;
    handle(listener.accept()?.0)?;
    let mut reply = String::new();
    match client.read_to_string(&mut reply) {
        Ok(_) => println!("a client with {what}: {}", reply.lines().last().unwrap()),
        Err(error) => println!("a client with {what}: {}", error.kind()),
    }
    Ok(())
}

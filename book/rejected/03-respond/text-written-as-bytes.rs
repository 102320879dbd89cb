use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    send(&stream, "<p>Hello</p>")
}

fn send(mut stream: &TcpStream, body: &str) -> io::Result<()> {
    let length = body.len();
    let reply = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(reply)
}

use std::io::{self, Write};
use std::net::TcpStream;

/// Sends `Hello, `, the name, and a line end of CR and LF.
pub fn greet(mut stream: &TcpStream, name: &str) -> io::Result<()> {
    let greeting = format!("Hello, {name}\r\n");
    stream.write_all(greeting.as_bytes())
}

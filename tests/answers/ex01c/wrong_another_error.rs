use std::io::{self, Write};
use std::net::TcpStream;

/// Sends `Hello, `, the name, and a line end of CR and LF.
pub fn greet(mut stream: &TcpStream, name: &str) -> io::Result<()> {
    stream
        .write_all(format!("Hello, {name}\r\n").as_bytes())
        .map_err(|_| io::Error::other("cannot greet"))
}

use std::io::{self, Write};
use std::net::TcpStream;

/// Sends `Hello, `, the name, and a line end of CR and LF.
pub fn greet(stream: &TcpStream, name: &str) -> io::Result<()> {
    let mut writer = stream;
    write!(writer, "Hello, {name}\r\n")
}

use std::io::{self, BufWriter, Write};
use std::net::TcpStream;

/// Sends `Hello, `, the name, and a line end of CR and LF.
pub fn greet(stream: &TcpStream, name: &str) -> io::Result<()> {
    let mut writer = BufWriter::new(stream);
    write!(writer, "Hello, {name}\r\n")
}

use std::io::{self, BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    read_request(stream)
}

fn read_request(stream: TcpStream) -> io::Result<()> {
    let mut line = String::new();
    let mut reader = BufReader::new(stream);
    reader.read_line(&mut line)?;
    // The line is read. What comes after it?
    let mut rest = [0; 1024];
    let count = reader.read(&mut rest)?;
    println!("{line} and {count} bytes");
    Ok(())
}

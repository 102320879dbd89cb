use std::io::{self, Read};
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    let count = read_some(&stream)?;
    println!("{count} bytes from {}", stream.peer_addr()?);
    Ok(())
}

fn read_some(mut stream: &TcpStream) -> io::Result<usize> {
    let mut chunk = [0; 1024];
    stream.read(&mut chunk)
}

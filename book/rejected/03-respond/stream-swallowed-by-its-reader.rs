use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    answer(stream)
}

fn answer(mut stream: TcpStream) -> io::Result<()> {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")
}

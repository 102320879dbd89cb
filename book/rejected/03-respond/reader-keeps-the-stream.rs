use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    answer(stream)
}

fn answer(mut stream: TcpStream) -> io::Result<()> {
    let mut line = String::new();
    let mut reader = BufReader::new(&mut stream);
    reader.read_line(&mut line)?;
    // A first line for the impatient, before the rest of the head has come.
    stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
    reader.read_line(&mut line)?;
    Ok(())
}

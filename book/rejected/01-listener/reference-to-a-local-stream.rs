use std::io;
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let stream = next_client(&listener)?;
    println!("Connection established! {stream:?}");
    Ok(())
}

fn next_client(listener: &TcpListener) -> io::Result<&TcpStream> {
    let (stream, _) = listener.accept()?;
    Ok(&stream)
}

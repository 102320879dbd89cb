use std::io;
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let (stream, peer) = listener.accept()?;
    let own_address = stream.local_addr()?;
    greet(stream);
    println!("{peer} is greeted, and we are {own_address}");
    Ok(())
}

fn greet(stream: TcpStream) {
    println!("Connection established! {stream:?}");
}

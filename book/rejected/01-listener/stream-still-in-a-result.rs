use std::io;
use std::net::{TcpListener, TcpStream};

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    for stream in listener.incoming() {
        greet(stream);
    }
    Ok(())
}

fn greet(stream: TcpStream) {
    println!("Connection established! {stream:?}");
}

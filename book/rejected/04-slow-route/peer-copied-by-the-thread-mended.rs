use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    loop {
        let (stream, peer) = listener.accept()?;
        thread::spawn(move || handle(stream, peer));
    }
}

fn handle(stream: TcpStream, peer: SocketAddr) {
    println!("handled {stream:?} for {peer}");
}

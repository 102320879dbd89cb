use std::io;
use std::net::{TcpListener, TcpStream};
use std::thread;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    thread::scope(|scope| {
        loop {
            let (stream, _) = listener.accept()?;
            let borrowed = &stream;
            scope.spawn(move || handle(borrowed));
        }
    })
}

fn handle(stream: &TcpStream) {
    println!("handled {stream:?}");
}

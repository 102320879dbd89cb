use std::io;
use std::net::{TcpListener, TcpStream};
use std::thread;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    loop {
        let (stream, _) = listener.accept()?;
        serve(stream);
    }
}

fn serve(stream: TcpStream) {
    thread::spawn(move || handle(&stream));
}

fn handle(stream: &TcpStream) {
    println!("handled {stream:?}");
}

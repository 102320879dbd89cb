use std::io;
use std::net::TcpListener;

fn main() -> io::Result<()> {
    accept_clients(&TcpListener::bind("127.0.0.1:7878")?)
}

fn accept_clients(listener: &TcpListener) -> ! {
    loop {
        match listener.accept() {
            Ok((_, peer)) => println!("{peer} Connection established!"),
            Err(_) => break,
        }
    }
}

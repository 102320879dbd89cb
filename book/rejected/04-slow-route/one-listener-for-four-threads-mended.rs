use std::net::TcpListener;
use std::sync::Arc;
use std::{io, thread};

fn main() -> io::Result<()> {
    let listener = Arc::new(TcpListener::bind("127.0.0.1:7878")?);
    for _ in 1..4 {
        let listener = Arc::clone(&listener);
        thread::spawn(move || accept_clients(&listener));
    }
    accept_clients(&listener);
    Ok(())
}

fn accept_clients(listener: &TcpListener) {
    while let Ok((stream, _)) = listener.accept() {
        println!("handled {stream:?}");
    }
}

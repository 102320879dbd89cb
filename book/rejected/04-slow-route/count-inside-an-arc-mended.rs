use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, thread};

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let served = Arc::new(AtomicUsize::new(0));
    loop {
        let (stream, _) = listener.accept()?;
        let served = Arc::clone(&served);
        thread::spawn(move || {
            println!("handled {stream:?}");
            served.fetch_add(1, Ordering::Relaxed);
        });
    }
}

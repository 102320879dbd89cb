use std::io;
use std::net::{TcpListener, TcpStream};
use std::thread;

struct ThreadPool;

impl ThreadPool {
    fn execute(&self, job: impl FnOnce() + Send + 'static) {
        thread::spawn(job);
    }
}

fn main() -> io::Result<()> {
    let (pool, listener) = (ThreadPool, TcpListener::bind("127.0.0.1:7878")?);
    for stream in listener.incoming() {
        let stream = stream?;
        pool.execute(|| serve(&stream));
    }
    Ok(())
}

fn serve(stream: &TcpStream) {
    println!("served {stream:?}");
}

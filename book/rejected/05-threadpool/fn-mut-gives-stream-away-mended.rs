use std::io;
use std::net::{TcpListener, TcpStream};

struct ThreadPool;

impl ThreadPool {
    fn execute<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        job(); // one day, on a worker
    }
}

fn main() -> io::Result<()> {
    let pool = ThreadPool;
    let (stream, _) = TcpListener::bind("127.0.0.1:7878")?.accept()?;
    pool.execute(move || serve(stream));
    Ok(())
}

fn serve(stream: TcpStream) {
    println!("served {stream:?}");
}

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};
use std::{io, thread};

struct Until<'a> {
    stream: &'a TcpStream,
    deadline: Instant,
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let (stream, _) = listener.accept()?;
    let deadline = Instant::now() + Duration::from_secs(5);
    let until = Until {
        stream: &stream,
        deadline,
    };
    drop(stream);
    thread::sleep(until.deadline - Instant::now());
    println!("time is up for {:?}", until.stream);
    Ok(())
}

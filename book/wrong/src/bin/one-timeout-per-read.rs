//! A timeout for each read, and a client that sends a byte just before each is over.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const LIMIT: Duration = Duration::from_millis(600);

// ANCHOR: wrong
fn read_head(mut stream: &TcpStream) -> io::Result<usize> {
    stream.set_read_timeout(Some(LIMIT))?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.extend(byte);
    }
    Ok(head.len())
}
// ANCHOR_END: wrong

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let (stream, _) = listener.accept()?;
    thread::spawn(move || {
        for byte in b"GET / HTTP/1.1\r\n\r\n" {
            thread::sleep(LIMIT / 10);
            let _ = client.write_all(&[*byte]);
        }
    });

    println!("the limit is {LIMIT:?}");
    println!(
        "a client sends 18 bytes, and waits {:?} before each",
        LIMIT / 10
    );
    match read_head(&stream) {
        Ok(count) => println!("the server has waited for all {count}"),
        Err(_) => println!("the server has let it go"),
    }
    Ok(())
}

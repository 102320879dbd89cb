//! A shutdown that waits for its workers, none of which waits long for a silent client.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

// ANCHOR: wrong
fn answer(mut client: TcpStream) -> io::Result<()> {
    client.set_read_timeout(Some(Duration::from_millis(50)))?;
    let mut request = [0; 1024];
    if client.read(&mut request)? > 0 {
        client.write_all(b"hello")?;
    }
    Ok(())
}
// ANCHOR_END: wrong

fn main() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let _silent = TcpStream::connect(address).unwrap();
    let mut speaking = TcpStream::connect(address).unwrap();
    let mut workers = Vec::new();
    for _ in 0..2 {
        let (client, _) = listener.accept().unwrap();
        workers.push(thread::spawn(|| answer(client)));
    }

    speaking.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let mut reply = String::new();
    speaking.read_to_string(&mut reply).unwrap();
    println!("the client that spoke got: {reply}");

    println!("shutdown: waiting for 2 workers");
    let (gone, is_gone) = mpsc::channel();
    thread::spawn(move || {
        for worker in workers {
            let _ = worker.join();
        }
        gone.send(()).unwrap();
    });
    match is_gone.recv_timeout(Duration::from_millis(500)) {
        Ok(()) => println!("the workers are joined"),
        Err(_) => println!("after half a second: one still reads from the silent client"),
    }
}

//! The line that takes two things for granted: that a client sends a line, and that it is UTF-8.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread;

// ANCHOR: wrong
fn handle(mut stream: TcpStream) {
    let line = BufReader::new(&stream).lines().next().unwrap().unwrap();
    let _ = stream.write_all(line.as_bytes());
}
// ANCHOR_END: wrong

fn main() {
    let hello = b"GET / HTTP/1.1\r\n";
    show("a client sends its request", hello);
    show("a browser opens a spare connection, and closes it", b"");
    show(
        "a client speaks TLS",
        b"\x16\x03\x01\x00\xf4\x01\x00\x00\xf0",
    );
    show("a client writes é in Latin-1", b"GET /caf\xe9 HTTP/1.1\r\n");
}

/// Starts a server for two clients: one that sends these bytes, and then an ordinary one.
fn show(title: &str, bytes: &[u8]) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        for stream in listener.incoming().take(2) {
            handle(stream.unwrap());
        }
    });
    println!("{title}");
    ask(address, bytes);
    match ask(address, b"GET / HTTP/1.1\r\n") {
        Some(reply) if !reply.is_empty() => println!("  the next client is answered: {reply}"),
        _ => println!("  the next client gets nothing"),
    }
    if server.join().is_err() {
        println!("  the server has panicked");
    }
}

fn ask(address: SocketAddr, bytes: &[u8]) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.write_all(bytes).ok()?;
    stream.shutdown(Shutdown::Write).ok()?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply).ok()?;
    Some(reply)
}

//! Two functions read from one stream, one after the other, and the buffer belongs to their caller.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

// ANCHOR: wrong
fn read_line(reader: &mut BufReader<&TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line)
}

fn read_rest(reader: &mut BufReader<&TcpStream>) -> io::Result<String> {
    let mut rest = String::new();
    reader.read_to_string(&mut rest)?;
    Ok(rest)
}
// ANCHOR_END: wrong

/// The client sends a request in one go, and the server prints what it gets to see of it.
fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    client.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    client.shutdown(Shutdown::Write)?;
    let (stream, _) = listener.accept()?;
    thread::sleep(Duration::from_millis(100)); // by now all of it has come
    let mut reader = BufReader::new(&stream);
    println!("the request line: {:?}", read_line(&mut reader)?);
    println!("what comes after it: {:?}", read_rest(&mut reader)?);
    Ok(())
}

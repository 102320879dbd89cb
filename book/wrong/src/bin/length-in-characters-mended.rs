//! A `Content-Length` that counts bytes, as the wire does.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

// ANCHOR: wrong
fn reply(page: &str) -> String {
    let length = page.len();
    format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{page}")
}
// ANCHOR_END: wrong

fn main() -> io::Result<()> {
    visit("<p>Ice cream</p>")?;
    visit("<p>Crème brûlée</p>")
}

fn visit(page: &str) -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    let (mut server, _) = listener.accept()?;
    server.write_all(reply(page).as_bytes())?;
    println!("the server sends {page}");
    println!("the client reads {}", read_page(client)?);
    Ok(())
}

/// Reads as a browser does: the head, and then as many bytes as the head says.
fn read_page(client: TcpStream) -> io::Result<String> {
    let mut reader = BufReader::new(client);
    let mut length = 0;
    for line in reader.by_ref().lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.parse().map_err(io::Error::other)?;
        }
    }
    let mut page = vec![0; length];
    reader.read_exact(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

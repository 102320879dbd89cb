use std::io::{self, BufRead};

fn main() -> io::Result<()> {
    let mut stream = &b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"[..];
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let method = line.split(' ').next().unwrap_or_default().to_string();
    // One buffer is enough for all lines.
    line.clear();
    println!("{method} and {} bytes of headers", stream.len());
    Ok(())
}

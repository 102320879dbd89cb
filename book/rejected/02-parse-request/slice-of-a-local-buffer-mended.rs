use std::io::{self, Read};

fn main() -> io::Result<()> {
    let line = request_line(&b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"[..])?;
    println!("{line}");
    Ok(())
}

fn request_line(mut stream: impl Read) -> io::Result<String> {
    let mut head = String::new();
    stream.read_to_string(&mut head)?;
    Ok(head.lines().next().unwrap_or_default().to_string())
}

//! A stand-in for curl: what the sessions use of it, for machines that have only Rust.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::curl_options::Options;

/// How long curl waits here if it is not told how long.
const PATIENCE: Duration = Duration::from_secs(10);

/// What `curl` with these arguments would print, on both of its outputs.
pub fn run(arguments: &[String]) -> Vec<u8> {
    match Options::parse(arguments) {
        Ok(options) => visit(&options),
        Err(why) => format!("the stand-in for curl: {why}\n").into_bytes(),
    }
}

fn visit(options: &Options) -> Vec<u8> {
    let start = Instant::now();
    let mut received = Vec::new();
    let failure = match talk(options, start, &mut received) {
        Ok(()) => missing(options, &received),
        Err(error) => match error.kind() {
            ErrorKind::ConnectionRefused => Some(format!(
                "(7) Failed to connect to {} after 0 ms: Couldn't connect to server",
                options.host.replace(':', " port ")
            )),
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Some(format!(
                "(28) Operation timed out after {} milliseconds with {} bytes received",
                start.elapsed().as_millis(),
                received.len()
            )),
            _ => Some("(56) Recv failure: Connection reset by peer".to_string()),
        },
    };
    let mut shown = shown(options, &received).to_vec();
    if let Some(failure) = failure {
        shown.extend(format!("curl: {failure}\n").bytes());
    }
    shown
}

/// Sends the request and reads until the reply is complete, as far as curl can tell.
fn talk(options: &Options, start: Instant, received: &mut Vec<u8>) -> io::Result<()> {
    let deadline = start + options.max_time.unwrap_or(PATIENCE);
    let mut stream = TcpStream::connect(options.host.replace("localhost", "127.0.0.1"))?;
    stream.write_all(options.request().as_bytes())?;
    let mut chunk = [0; 4096];
    while !is_complete(options, received) {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut chunk)? {
            0 => break,
            count => received.extend(&chunk[..count]),
        }
    }
    Ok(())
}

/// Head and body, once the head is complete.
fn parts(received: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    Some(received.split_at(end + 4))
}

/// The length that a head promises for its body.
fn promised(head: &[u8]) -> Option<usize> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = headers.find(|(name, _)| *name == "content-length")?;
    value.trim().parse().ok()
}

fn is_complete(options: &Options, received: &[u8]) -> bool {
    parts(received).is_some_and(|(head, body)| {
        options.head_only || promised(head).is_some_and(|length| body.len() >= length)
    })
}

/// What curl complains about after the end of the connection.
fn missing(options: &Options, received: &[u8]) -> Option<String> {
    if received.is_empty() {
        return Some("(52) Empty reply from server".to_string());
    }
    if !received.starts_with(b"HTTP/1") {
        return Some("(1) Received HTTP/0.9 when not allowed".to_string());
    }
    let (head, body) = parts(received)?;
    match promised(head)?.saturating_sub(body.len()) {
        0 => None,
        _ if options.head_only => None,
        rest => Some(format!(
            "(18) transfer closed with {rest} bytes remaining to read"
        )),
    }
}

/// The part of a reply that curl shows.
fn shown<'a>(options: &Options, received: &'a [u8]) -> &'a [u8] {
    if !received.starts_with(b"HTTP/1") {
        return b"";
    }
    let (head, body) = parts(received).unwrap_or((received, b""));
    if options.head_only {
        head
    } else if options.with_head {
        received
    } else {
        let length = promised(head).unwrap_or(body.len());
        &body[..length.min(body.len())]
    }
}

//! Exercise 06c: keep-alive that cannot starve the pool.
//!
//! A connection that is kept serves one request after the other. Between two of them it is silent,
//! perhaps for a minute, and no worker can wait for that. So a worker serves one request, and gives
//! the connection back, with a word on what to do with it.
//!
//!     match connection.serve(&answer) {
//!         Turn::Again(connection) => queue.push(connection), // for any worker
//!         Turn::Idle(connection) => waiting.push(connection), // until bytes come
//!         Turn::Closed => {}
//!     }
//!
//! Check it with: cargo test --test ex06c

use std::io::{Read, Write};

/// What is sent to whoever sends no request.
pub const BAD_REQUEST: &[u8] = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

/// What comes next for a connection.
#[allow(dead_code, reason = "until each of them is said")]
pub enum Turn<S> {
    /// Serve it again, as soon as those who wait for a worker have had theirs.
    Again(Connection<S>),
    /// Serve it again when there is something to read from its stream, and not before.
    Idle(Connection<S>),
    /// There is nothing more to do: it has gone.
    Closed,
}

/// A client that may send many requests.
pub struct Connection<S> {
    stream: S,
    received: Vec<u8>,
}

impl<S: Read + Write> Connection<S> {
    pub fn new(stream: S) -> Connection<S> {
        Connection {
            stream,
            received: Vec::new(),
        }
    }

    /// Answers at most one request, and waits for nothing. `answer` makes a reply of a head (with
    /// its blank line) and a body.
    ///
    /// The stream is in non-blocking mode: if nothing has come, `read` fails with `WouldBlock`.
    /// Nothing is read while a whole request is there, and of what has come, exactly the request that
    /// is answered is taken. To what is no request the reply is [`BAD_REQUEST`], and that is the last
    /// one. A client that ends within a request gets none: `Closed`.
    ///
    /// Replies fit into the kernel's buffer: whatever error `write_all` reports is the end.
    pub fn serve(self, answer: &impl Fn(&[u8], &[u8]) -> Vec<u8>) -> Turn<S> {
        let Connection { stream, received } = self;
        let _ = (stream, lengths(&received), BAD_REQUEST, answer);
        todo!("answer one request, if it is there")
    }
}

/// Bytes that are no request. Nobody knows where the next one begins.
pub struct NoRequest;

/// The lengths of the head that `received` begins with, and of the body that this head announces.
/// `None`: the head is not complete yet. If it is, the body may still be on its way.
///
/// # Errors
/// The head is no head, or one of the two is longer than 8 KiB.
pub fn lengths(received: &[u8]) -> Result<Option<(usize, usize)>, NoRequest> {
    const LONGEST: usize = 8 * 1024;
    let blank_line = received.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let Some(at) = blank_line.filter(|&at| at < LONGEST) else {
        let is_short = received.len() <= LONGEST;
        return is_short.then_some(None).ok_or(NoRequest);
    };
    let (head, _rest) = received.split_at(at);
    let head = std::str::from_utf8(head).map_err(|_| NoRequest)?;
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap_or_default();
    if line.split(' ').count() != 3 || line.contains(char::is_control) {
        return Err(NoRequest);
    }
    let mut length = None;
    for line in lines {
        let (name, value) = header(line).ok_or(NoRequest)?;
        let is_length = name.eq_ignore_ascii_case("Content-Length");
        if is_length && length.is_none() && !value.contains('+') {
            length = Some(value.parse().map_err(|_| NoRequest)?);
        } else if is_length || name.eq_ignore_ascii_case("Transfer-Encoding") {
            return Err(NoRequest); // two lengths, or chunks, which this server does not know
        }
    }
    match length.unwrap_or(0) {
        length if length <= LONGEST => Ok(Some((at + 4, length))),
        _ => Err(NoRequest),
    }
}

/// A line such as `Host: a`. With a space in its name, or a CR or a LF alone, a proxy may see other
/// headers here than this server does, and another end of the request.
fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let is_name = !name.is_empty() && name.bytes().all(is_letter);
    let is_value = !value.contains(|letter: char| letter.is_control() && letter != '\t');
    (is_name && is_value).then(|| (name, value.trim_matches([' ', '\t'])))
}

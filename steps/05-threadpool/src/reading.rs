//! Reading a request: as much of it as has come, and no longer than until its deadline.

use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::thread;
use std::time::Instant;

use crate::parse_error::ParseError;
use crate::request::Request;

/// Reads on until `received` holds a whole head. If a read fails, `received` keeps what has come,
/// for the next time.
///
/// # Errors
/// What is wrong with the request, or with reading it.
pub fn read_request(mut stream: impl Read, received: &mut Vec<u8>) -> Result<Request, ParseError> {
    loop {
        let mut chunk = [0; 1024];
        match stream.read(&mut chunk)? {
            0 => return Err(ParseError::Closed),
            count => received.extend(chunk.iter().take(count)),
        }
        if let Some(request) = Request::parse(received)? {
            return Ok(request);
        }
    }
}

/// A stream with one deadline for all reads together.
pub struct Until<'a> {
    stream: &'a TcpStream,
    deadline: Instant,
}

impl<'a> Until<'a> {
    pub fn new(stream: &'a TcpStream, deadline: Instant) -> Until<'a> {
        Until { stream, deadline }
    }
}

impl Read for Until<'_> {
    /// Reads what has come, without waiting.
    ///
    /// # Errors
    /// `WouldBlock` if nothing has come yet, `TimedOut` if nothing has come by the deadline.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.stream.read(buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            result => return result,
        }
        thread::yield_now(); // often the bytes are only a moment away
        match self.stream.read(buffer) {
            Err(error)
                if error.kind() == ErrorKind::WouldBlock && Instant::now() >= self.deadline =>
            {
                Err(ErrorKind::TimedOut.into())
            }
            result => result,
        }
    }
}

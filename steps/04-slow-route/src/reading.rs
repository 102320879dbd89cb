//! Reading a request, and no longer than until its deadline.

use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::time::Instant;

use crate::parse_error::ParseError;
use crate::request::Request;

/// Reads on until a whole head has come.
///
/// # Errors
/// What is wrong with the request, or with reading it.
pub fn read_request(mut stream: impl Read) -> Result<Request, ParseError> {
    let mut received = Vec::new();
    loop {
        let mut chunk = [0; 1024];
        match stream.read(&mut chunk) {
            Ok(0) => return Err(ParseError::Closed),
            // Not `chunk[..count]`: indexing can panic, and a panic must be ruled out, not unlikely.
            Ok(count) => received.extend(chunk.iter().take(count)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
        if let Some(request) = Request::parse(&received)? {
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
    /// Waits for bytes, and reads them.
    ///
    /// # Errors
    /// `TimedOut` if nothing has come by the deadline.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        match self.stream.read(buffer) {
            // On Unix a read timeout is reported with the same error as a non-blocking stream.
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(ErrorKind::TimedOut.into()),
            result => result,
        }
    }
}

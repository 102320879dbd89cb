//! Reading: a request, and what its client still sends after the reply.

use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::parse_error::ParseError;
use crate::request::Request;

/// How long a client may go on sending after its reply.
const DRAIN_TIME: Duration = Duration::from_secs(2);

/// Reads on until `received` holds a whole head.
pub fn read_request(mut stream: &TcpStream, received: &mut Vec<u8>) -> Result<Request, ParseError> {
    loop {
        let mut chunk = [0; 17 * 1024]; // more than a head: we see whether something is behind it
        match stream.read(&mut chunk) {
            Ok(0) => return Err(ParseError::Closed),
            // Not `chunk[..count]`: indexing can panic, and a panic must be ruled out, not unlikely.
            Ok(count) => received.extend(chunk.iter().take(count)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
        if let Some(request) = Request::parse(received)? {
            return Ok(request);
        }
    }
}

/// Reads and forgets what a client still sends. If we closed with something unread, it would be told
/// that the connection was reset, and might lose its reply. Fails as the stream does, and when the
/// client takes too long.
pub fn drain(mut stream: &TcpStream) -> io::Result<()> {
    let start = Instant::now();
    stream.set_read_timeout(Some(DRAIN_TIME))?;
    while start.elapsed() < DRAIN_TIME {
        match stream.read(&mut [0; 8 * 1024]) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => match error.kind() {
                // Two names for a timeout: the first is Unix's, the second Windows's.
                ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => {}
                _ => return Err(error),
            },
        }
    }
    let words = "it did not finish sending in time";
    Err(io::Error::new(ErrorKind::TimedOut, words))
}

//! Reading a request.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;

use crate::parse_error::ParseError;
use crate::request::Request;

/// Reads on until a whole head has come.
pub fn read_request(mut stream: &TcpStream) -> Result<Request, ParseError> {
    let mut received = Vec::new();
    loop {
        let mut chunk = [0; 17 * 1024]; // more than a head: we see whether something is behind it
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

//! Reading a request.

use std::io::Read;

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
        match stream.read(&mut chunk)? {
            0 => return Err(ParseError::Closed),
            count => received.extend(chunk.iter().take(count)),
        }
        if let Some(request) = Request::parse(&received)? {
            return Ok(request);
        }
    }
}

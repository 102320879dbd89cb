//! A client for the checks of exercise 02b, and what came of it.

use std::io::{self, ErrorKind, Read};

use super::super::exercise::HeadError;

/// What each of its errors says.
const WORDS: &str = "so says the system";

/// An error of a read, with words of its own: it is more than its kind.
pub fn trouble(kind: ErrorKind) -> io::Error {
    io::Error::new(kind, WORDS)
}

/// Answers each read with the last of these.
pub struct Answers(pub Vec<Result<&'static str, ErrorKind>>);

impl Read for Answers {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = self.0.pop().unwrap_or(Ok("")).map_err(trouble)?;
        piece.as_bytes().read(buffer)
    }
}

/// What came, in words.
pub fn summary(came: Result<Vec<u8>, HeadError>) -> String {
    match came {
        Ok(head) => format!("a head: {:?}", String::from_utf8_lossy(&head)),
        Err(HeadError::Io(error)) => format!("Io: {:?}, {error}", error.kind()),
        Err(error) => format!("{error:?}"),
    }
}

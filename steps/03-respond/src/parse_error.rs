//! Why a request was not read.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;

#[derive(Debug)]
pub enum ParseError {
    /// The client closed its side before its request was complete.
    Closed,
    NotText,
    LineEnd,
    TargetTooLong,
    HeadTooLong,
    /// The request line is malformed, and how.
    RequestLine(&'static str),
    /// A header is malformed, missing or in conflict with another, and how.
    Header(&'static str),
    Version,
    Io(io::Error),
}

impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            ParseError::Closed => {
                write!(
                    f,
                    "the client closed the connection before its request was complete"
                )
            }
            ParseError::NotText => write!(f, "the head has bytes that are not text"),
            ParseError::LineEnd => {
                write!(
                    f,
                    "every line of the head must end in CR LF, and have neither elsewhere"
                )
            }
            ParseError::TargetTooLong => write!(f, "the request line is too long"),
            ParseError::HeadTooLong => {
                write!(
                    f,
                    "the head is longer than 8 KiB or has more than 100 headers"
                )
            }
            ParseError::RequestLine(why) => write!(f, "the request line is malformed: {why}"),
            ParseError::Header(why) => write!(f, "a header is malformed: {why}"),
            ParseError::Version => write!(f, "only HTTP/1 is spoken here"),
            ParseError::Io(error) => write!(f, "{error}"),
        }
    }
}

impl Error for ParseError {}

/// Lets `?` turn a failed read into a `ParseError`.
impl From<io::Error> for ParseError {
    fn from(error: io::Error) -> ParseError {
        ParseError::Io(error)
    }
}

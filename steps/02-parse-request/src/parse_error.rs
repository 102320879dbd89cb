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
    Coding,
    Io(io::Error),
}

impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(match self {
            ParseError::Closed => "the client closed before its request was complete",
            ParseError::NotText => "the head has bytes that are not text",
            ParseError::LineEnd => "each line must end in CR LF, and have neither elsewhere",
            ParseError::TargetTooLong => "the request line is too long",
            ParseError::HeadTooLong => "the head has more than 16 KiB or more than 100 headers",
            ParseError::RequestLine(why) => {
                return write!(f, "the request line is malformed: {why}");
            }
            ParseError::Header(why) => return write!(f, "a header is malformed: {why}"),
            ParseError::Version => "only HTTP/1 is spoken here",
            ParseError::Coding => "no transfer coding but chunked is known here",
            ParseError::Io(error) => return write!(f, "{error}"),
        })
    }
}

impl Error for ParseError {}

/// Lets `?` turn a failed read into a `ParseError`.
impl From<io::Error> for ParseError {
    fn from(error: io::Error) -> ParseError {
        ParseError::Io(error)
    }
}

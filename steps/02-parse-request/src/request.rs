//! A request: from bytes that nobody has checked to a value that can be relied on.

use std::fmt::{self, Display, Formatter};
use std::str;

use crate::parse_error::ParseError;
use crate::syntax::{check_framing, check_lines};

/// The longest head that is looked at, in bytes.
const MAX_HEAD: usize = 8 * 1024;

/// The head of a request, complete and valid. It owns the text, and lends slices of it.
pub struct Request {
    head: String,
}

impl Request {
    /// Looks for a head at the start of what a client has sent: `None` if it is not complete yet.
    ///
    /// # Errors
    /// As soon as a line is wrong or the head too long, even when the rest is still to come.
    pub fn parse(received: &[u8]) -> Result<Option<Request>, ParseError> {
        // One empty line before the request line is forgiven (RFC 9112, section 2.2).
        let received = received.strip_prefix(b"\r\n").unwrap_or(received);
        let (window, _beyond) = received.split_at(received.len().min(MAX_HEAD));
        let blank_line = window.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        let (head, _rest) = window.split_at(blank_line.map_or(window.len(), |at| at + 2));
        let lines = complete_lines(head)?;
        check_lines(lines)?;
        match blank_line {
            Some(_) => {
                let request = Request {
                    head: lines.to_string(),
                };
                check_framing(&request)?;
                Ok(Some(request))
            }
            None if window.len() < MAX_HEAD => Ok(None),
            None if lines.is_empty() => Err(ParseError::TargetTooLong),
            None => Err(ParseError::HeadTooLong),
        }
    }

    /// The method, such as `GET` (RFC 9110, section 9).
    pub fn method(&self) -> &str {
        self.word(0)
    }

    /// The request target as the client wrote it, such as `/sleep?1` (RFC 9112, section 3.2).
    pub fn target(&self) -> &str {
        self.word(1)
    }

    /// The version, such as `HTTP/1.1` (RFC 9112, section 2.3).
    pub fn version(&self) -> &str {
        self.word(2)
    }

    /// The values of every header with this name, in upper or lower case (RFC 9110, section 5.1).
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let headers = self
            .head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'));
        headers
            .filter(move |(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim_matches([' ', '\t']))
    }

    fn word(&self, number: usize) -> &str {
        let request_line = self.head.lines().next().unwrap_or_default();
        request_line.split(' ').nth(number).unwrap_or_default()
    }
}

/// Method and target, for the log.
impl Display for Request {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{:.20} {:.100}", self.method(), self.target())
    }
}

/// The lines of `head` whose end has arrived, as text.
fn complete_lines(head: &[u8]) -> Result<&str, ParseError> {
    let is_forbidden = |byte: &u8| byte.is_ascii_control() && !b"\r\n\t".contains(byte);
    if head.iter().any(is_forbidden) {
        return Err(ParseError::NotText);
    }
    let end = head
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let (lines, _incomplete) = head.split_at(end);
    str::from_utf8(lines).map_err(|_| ParseError::NotText)
}

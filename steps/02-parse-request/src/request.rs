//! A request: from bytes that nobody has checked to a value that can be relied on.

use crate::parse_error::ParseError;
use crate::syntax::{check_framing, check_lines};

/// The longest head, in bytes: a request line of 8,000 (RFC 9112, section 3), and as much again.
const MAX_HEAD: usize = 16 * 1024;

/// The head of a request, complete and valid. It owns the text, and lends slices of it.
pub struct Request {
    head: String,
}

impl Request {
    /// Looks for a head at the start of what a client has sent: `None` if it is not complete yet.
    /// Fails as soon as a line is wrong or the head too long, even if the rest is still to come.
    pub fn parse(received: &[u8]) -> Result<Option<Request>, ParseError> {
        // One empty line before the request line is forgiven (RFC 9112, section 2.2).
        let received = received.strip_prefix(b"\r\n").unwrap_or(received);
        let (window, _beyond) = received.split_at(received.len().min(MAX_HEAD));
        let blank_line = window.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        let (head, _rest) = window.split_at(blank_line.map_or(window.len(), |at| at + 2));
        let head = complete_lines(head)?;
        check_lines(&head)?;
        match blank_line {
            Some(_) => {
                check_framing(&head)?;
                Ok(Some(Request { head }))
            }
            None if window.len() < MAX_HEAD => Ok(None),
            None if !head.is_empty() => Err(ParseError::HeadTooLong),
            None if window.contains(&b' ') => Err(ParseError::TargetTooLong),
            None => Err(ParseError::RequestLine("no method is that long")),
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

    fn word(&self, number: usize) -> &str {
        let request_line = self.head.lines().next().unwrap_or_default();
        request_line.split(' ').nth(number).unwrap_or_default()
    }
}

/// The lines of `head` whose end has arrived, as text: each byte becomes the character with the same
/// number. In the value of a header, any byte above 0x7F may stand (RFC 9110, section 5.5).
fn complete_lines(head: &[u8]) -> Result<String, ParseError> {
    let is_forbidden = |byte: &u8| byte.is_ascii_control() && !b"\r\n\t".contains(byte);
    if head.iter().any(is_forbidden) {
        return Err(ParseError::NotText);
    }
    let end = head.iter().rposition(|&byte| byte == b'\n');
    let lines = head.iter().take(end.map_or(0, |at| at + 1));
    Ok(lines.map(|&byte| char::from(byte)).collect())
}

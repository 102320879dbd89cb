//! A reply: status, headers and body, and how they become bytes (RFC 9112, section 2.1).

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::io::{self, Write};
use std::net::{Shutdown, TcpStream};

use crate::parse_error::ParseError;

/// The statuses that this server answers with (RFC 9110, section 15; 431: RFC 6585, section 5).
#[derive(Clone, Copy)]
pub enum Status {
    Ok = 200,
    BadRequest = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    UriTooLong = 414,
    HeaderFieldsTooLarge = 431,
    NotImplemented = 501,
    VersionNotSupported = 505,
}

/// Code and reason phrase, as in the first line of a reply (RFC 9112, section 4).
impl Display for Status {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let reason = match self {
            Status::Ok => "OK",
            Status::BadRequest => "Bad Request",
            Status::NotFound => "Not Found",
            Status::MethodNotAllowed => "Method Not Allowed",
            Status::UriTooLong => "URI Too Long",
            Status::HeaderFieldsTooLarge => "Request Header Fields Too Large",
            Status::NotImplemented => "Not Implemented",
            Status::VersionNotSupported => "HTTP Version Not Supported",
        };
        write!(f, "{} {reason}", *self as u16)
    }
}

/// The beginning of every page.
const TOP: &str = include_str!("../pages/top.html");

/// A page and what is said about it.
pub struct Response {
    pub status: Status,
    headers: Vec<(&'static str, &'static str)>,
    body: Cow<'static, str>,
}

impl Response {
    /// A reply with an HTML page, of which `body` is what comes after the top.
    pub fn page(status: Status, body: impl Into<Cow<'static, str>>) -> Response {
        Response {
            status,
            headers: Vec::new(),
            body: body.into(),
        }
    }

    /// A reply that says what is wrong with a request and what would be right.
    pub fn error(status: Status, advice: &str) -> Response {
        let page = include_str!("../pages/error.html").replace("{advice}", advice);
        Response::page(status, page.replace("{status}", &status.to_string()))
    }

    /// Adds a header.
    pub fn with_header(mut self, name: &'static str, value: &'static str) -> Response {
        self.headers.push((name, value));
        self
    }

    /// Writes it, and then that this was all. Fails as the stream does.
    pub fn send(&self, mut stream: &TcpStream, is_head: bool) -> io::Result<()> {
        let reply = self.to_bytes(is_head);
        stream.write_all(&reply)?;
        stream.shutdown(Shutdown::Write)
    }

    /// The whole reply, for one write. The one to a `HEAD` request has the same headers as any other,
    /// `Content-Length` too, and no body (RFC 9110, section 9.3.2).
    fn to_bytes(&self, is_head: bool) -> Vec<u8> {
        let (status, length) = (self.status, TOP.len() + self.body.len());
        let mut text = format!(
            "HTTP/1.1 {status}\r\n\
             Content-Type: text/html; charset=utf-8\r\n\
             Content-Length: {length}\r\n\
             Connection: close\r\n"
        );
        for (name, value) in &self.headers {
            text = text + name + ": " + value + "\r\n";
        }
        text += "\r\n";
        if !is_head {
            text = text + TOP + &self.body;
        }
        text.into_bytes()
    }
}

impl From<&ParseError> for Response {
    fn from(error: &ParseError) -> Response {
        let status = match error {
            ParseError::TargetTooLong => Status::UriTooLong,
            ParseError::HeadTooLong => Status::HeaderFieldsTooLarge,
            ParseError::Version => Status::VersionNotSupported,
            ParseError::Coding => Status::NotImplemented,
            _ => Status::BadRequest,
        };
        Response::error(status, &error.to_string())
    }
}

//! A reply: status, headers and body, and how they become bytes (RFC 9112, section 2.1).

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

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

impl Status {
    fn code(self) -> u16 {
        self as u16
    }

    fn reason(self) -> &'static str {
        match self {
            Status::Ok => "OK",
            Status::BadRequest => "Bad Request",
            Status::NotFound => "Not Found",
            Status::MethodNotAllowed => "Method Not Allowed",
            Status::UriTooLong => "URI Too Long",
            Status::HeaderFieldsTooLarge => "Request Header Fields Too Large",
            Status::NotImplemented => "Not Implemented",
            Status::VersionNotSupported => "HTTP Version Not Supported",
        }
    }
}

impl Display for Status {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.reason())
    }
}

/// A page and what is said about it.
pub struct Response {
    pub status: Status,
    headers: Vec<(&'static str, &'static str)>,
    body: Cow<'static, str>,
    sends_body: bool,
}

impl Response {
    /// A reply whose body is an HTML page.
    pub fn page(status: Status, body: impl Into<Cow<'static, str>>) -> Response {
        Response {
            status,
            headers: Vec::new(),
            body: body.into(),
            sends_body: true,
        }
    }

    /// A reply that says what is wrong with a request and what would be right.
    pub fn error(status: Status, advice: &str) -> Response {
        let page = concat!(
            include_str!("../pages/top.html"),
            include_str!("../pages/error.html")
        );
        let page = page
            .replace("{code}", &status.code().to_string())
            .replace("{reason}", status.reason())
            .replace("{advice}", advice);
        Response::page(status, page)
    }

    /// Adds a header.
    pub fn with_header(mut self, name: &'static str, value: &'static str) -> Response {
        self.headers.push((name, value));
        self
    }

    /// Keeps the headers, `Content-Length` too, but sends no body: the reply to a `HEAD` request
    /// (RFC 9110, section 9.3.2).
    pub fn without_body(mut self) -> Response {
        self.sends_body = false;
        self
    }

    /// The whole reply, ready to leave in one write.
    pub fn to_bytes(&self) -> Vec<u8> {
        let (status, length) = (self.status, self.body.len());
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
        if self.sends_body {
            text += &self.body;
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
            _ => Status::BadRequest,
        };
        Response::error(status, &error.to_string())
    }
}

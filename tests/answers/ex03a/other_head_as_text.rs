use std::fmt::{self, Display, Formatter};

/// What a reply says first.
#[derive(Clone, Copy)]
pub enum Status {
    Ok,
    Found,
}

impl Display for Status {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Status::Ok => f.write_str("200 OK"),
            Status::Found => f.write_str("302 Found"),
        }
    }
}

/// A header that would not be one line with a name and a value.
#[derive(Debug, PartialEq)]
pub struct BadHeader;

/// The lines of the head so far, and a body.
pub struct Reply {
    head: Vec<u8>,
    body: Vec<u8>,
}

impl Reply {
    pub fn new(status: Status) -> Reply {
        Reply {
            head: format!("HTTP/1.1 {status}\r\n").into_bytes(),
            body: Vec::new(),
        }
    }

    pub fn header(self, name: &str, value: &str) -> Result<Reply, BadHeader> {
        let is_bad = |c: char| !c.is_ascii_alphanumeric() && c != '-';
        let breaks = |byte: u8| matches!(byte, b'\r' | b'\n' | b'\0');
        if name.is_empty() || name.contains(is_bad) || value.bytes().any(breaks) {
            return Err(BadHeader);
        }
        let line = [name, ": ", value, "\r\n"].concat();
        let head = [self.head, line.into_bytes()].concat();
        Ok(Reply { head, ..self })
    }

    pub fn body(self, text: &str) -> Reply {
        Reply {
            body: text.into(),
            ..self
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let length = format!("Content-Length: {}\r\n\r\n", self.body.len());
        [&self.head, length.as_bytes(), &self.body].concat()
    }
}

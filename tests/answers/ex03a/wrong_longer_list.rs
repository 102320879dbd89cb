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

/// A status, headers and a body.
pub struct Reply {
    status: Status,
    headers: Vec<(String, String)>,
    body: String,
}

impl Reply {
    pub fn new(status: Status) -> Reply {
        let (headers, body) = (Vec::new(), String::new());
        Reply {
            status,
            headers,
            body,
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Result<Reply, BadHeader> {
        let is_bad = ['\r', '\n', '\0', '\t', ':', ' ', '_'];
        let is_bad_name = name.is_empty() || !name.is_ascii() || name.contains(is_bad);
        if is_bad_name || value.contains(['\r', '\n', '\0']) {
            return Err(BadHeader);
        }
        self.headers.push((name.to_string(), value.to_string()));
        Ok(self)
    }

    pub fn body(mut self, text: &str) -> Reply {
        self.body = text.to_string();
        self
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            text += &format!("{name}: {value}\r\n");
        }
        text += &format!("Content-Length: {}\r\n\r\n", self.body.len());
        text += &self.body;
        text.into_bytes()
    }
}

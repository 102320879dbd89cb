//! A reply, taken apart as a strict client does.

use crate::{Ending, fail, readable};

/// A complete reply, followed by a clean end of the connection.
#[derive(Debug)]
pub struct Reply {
    sent: String,
    pub status: u16,
    pub reason: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// Takes a reply apart. `sent` is what it answers, for the messages.
    ///
    /// # Panics
    /// With a message for a student, if the reply is not complete or the connection ended badly.
    #[track_caller]
    pub fn parse(sent: String, received: Vec<u8>, ending: Ending) -> Reply {
        let came = || {
            format!(
                "{}, and the connection ended so: {ending:?}",
                readable(&received)
            )
        };
        if ending != Ending::Closed {
            fail(
                &sent,
                "a complete reply, and then a clean end of the connection",
                &came(),
                "src/connection.rs: reset means closed with unread bytes (see `drain`), still open means \
                 that somebody still holds the stream",
            );
        }
        let wrong = |expected: &str| -> ! { fail(&sent, expected, &came(), "src/response.rs") };
        let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        let Some(end) = end else {
            wrong("a reply whose head ends in an empty line")
        };
        let Ok(head) = str::from_utf8(&received[..end]) else {
            wrong("a head that is text")
        };
        let mut lines = head.split("\r\n");
        let status_line = lines.next().unwrap_or_default();
        let Some((code, reason)) = status_line
            .strip_prefix("HTTP/1.1 ")
            .and_then(|rest| rest.split_once(' '))
        else {
            wrong("a status line like HTTP/1.1 200 OK (RFC 9112, section 4)")
        };
        let Ok(status) = code.parse() else {
            wrong("a status code of three digits")
        };
        let headers = lines.map(|line| match line.split_once(": ") {
            Some((name, value)) => (name.to_ascii_lowercase(), value.to_string()),
            None => wrong("header lines like Name: value"),
        });
        Reply {
            status,
            reason: reason.to_string(),
            headers: headers.collect(),
            body: received[end + 4..].to_vec(),
            sent: sent.clone(),
        }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let name = name.to_ascii_lowercase();
        self.headers
            .iter()
            .find(|(header, _)| *header == name)
            .map(|(_, value)| value.as_str())
    }

    /// Expects this status, and everything that is the same for every reply: a length that is right,
    /// a type, and the word that the connection closes.
    #[track_caller]
    pub fn expect_status(&self, status: u16, look_at: &str) -> &Reply {
        if self.status != status {
            self.fail(&format!("status {status}"), look_at);
        }
        self.expect_header("Connection", "close");
        self.expect_header("Content-Type", "text/html; charset=utf-8");
        self.expect_header("Content-Length", &self.body.len().to_string());
        self
    }

    /// Expects a header with this value.
    #[track_caller]
    pub fn expect_header(&self, name: &str, value: &str) -> &Reply {
        if self.header(name) != Some(value) {
            self.fail(
                &format!("the header {name}: {value}"),
                "src/response.rs, `to_bytes`",
            );
        }
        self
    }

    /// Expects that the page contains `text`.
    #[track_caller]
    pub fn expect_in_page(&self, text: &str) -> &Reply {
        if !String::from_utf8_lossy(&self.body).contains(text) {
            self.fail(
                &format!("a page with {text:?} in it"),
                "the folder pages/, and who includes it",
            );
        }
        self
    }

    #[track_caller]
    fn fail(&self, expected: &str, look_at: &str) -> ! {
        let came = format!(
            "{} {} with the headers {:?} and the body {}",
            self.status,
            self.reason,
            self.headers,
            readable(&self.body)
        );
        fail(&self.sent, expected, &came, look_at)
    }
}

//! A reply, taken apart as a strict client does.

use crate::{Ending, fail, heard, readable};

/// A complete reply, followed by a clean end of the connection.
#[derive(Debug, Default)]
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
        let came = heard(&received, &ending);
        if ending != Ending::Closed {
            fail(
                &sent,
                "a complete reply, and then a clean end of the connection",
                &came,
                "src/connection.rs: Reset means that it was closed with unread bytes (see `drain`), \
                 StillOpen that somebody still holds the stream",
            );
        }
        match take_apart(&received) {
            Ok(reply) => Reply { sent, ..reply },
            Err(expected) => fail(&sent, expected, &came, "src/response.rs, `to_bytes`"),
        }
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
        self.expect_header("Content-Length", &self.body.len().to_string())
    }

    /// Expects a header with this value.
    #[track_caller]
    pub fn expect_header(&self, name: &str, value: &str) -> &Reply {
        let is_it =
            |(header, was): &(String, String)| header.eq_ignore_ascii_case(name) && was == value;
        if !self.headers.iter().any(is_it) {
            let expected = format!("the header {name}: {value}");
            self.fail(&expected, "src/response.rs, `to_bytes`");
        }
        self
    }

    /// Expects that the page contains `text`.
    #[track_caller]
    pub fn expect_in_page(&self, text: &str) -> &Reply {
        if !String::from_utf8_lossy(&self.body).contains(text) {
            let expected = format!("a page with {text:?} in it");
            self.fail(&expected, "the folder pages/, and who includes it");
        }
        self
    }

    #[track_caller]
    fn fail(&self, expected: &str, look_at: &str) -> ! {
        let (status, reason, headers) = (self.status, &self.reason, &self.headers);
        let body = readable(&self.body);
        let came = format!("{status} {reason} with the headers {headers:?} and the body {body}");
        fail(&self.sent, expected, &came, look_at)
    }
}

/// Status, reason, headers and body; or what is missing.
fn take_apart(received: &[u8]) -> Result<Reply, &'static str> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let end = end.ok_or("a reply whose head ends in an empty line")?;
    let head = str::from_utf8(&received[..end]).map_err(|_| "a head that is text")?;
    let mut lines = head.split("\r\n");
    let status_line = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 "));
    let (status, reason) = status_line
        .and_then(|rest| rest.split_once(' '))
        .ok_or("a status line like HTTP/1.1 200 OK (RFC 9112, section 4)")?;
    let header = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_string(), value.to_string()))
    };
    let headers = lines.map(header).collect::<Option<_>>();
    Ok(Reply {
        status: status
            .parse()
            .map_err(|_| "a status code of three digits")?,
        reason: reason.to_string(),
        headers: headers.ok_or("header lines like Name: value")?,
        body: received[end + 4..].to_vec(),
        ..Reply::default()
    })
}

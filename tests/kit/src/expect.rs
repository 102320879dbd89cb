//! What tests ask a server, and what they expect to hear.

use crate::{Client, Ending, Reply, fail, heard, readable};

/// An ordinary request: `GET`, HTTP/1.1, one `Host`.
pub fn get(target: &str) -> Vec<u8> {
    request("GET", target, &[])
}

/// A request of HTTP/1.1 with one `Host` and further header lines, such as `"Accept: */*"`.
pub fn request(method: &str, target: &str, headers: &[&str]) -> Vec<u8> {
    let host = format!("{method} {target} HTTP/1.1\r\nHost: localhost");
    let lines = [&[host.as_str()], headers].concat().join("\r\n");
    (lines + "\r\n\r\n").into_bytes()
}

/// Sends the same bytes on every connection.
pub fn send_all(clients: &mut [Client], bytes: impl AsRef<[u8]>) {
    for client in clients {
        client.send(&bytes);
    }
}

/// Expects a reply with this status on every connection.
#[track_caller]
pub fn expect_replies(clients: &mut [Client], status: u16, look_at: &str) {
    for client in clients {
        client.expect_reply(status, look_at);
    }
}

impl Client {
    /// Expects that the server still takes what this client sends. After a reset it does not; and
    /// where a reset follows a reply, the reply may be lost on its way.
    #[track_caller]
    pub fn expect_no_reset(&mut self, look_at: &str) {
        if !self.send("more") {
            let expected = "the server reads on until this client has closed";
            let came = "a reset behind the reply";
            fail(&readable(&self.sent), expected, came, look_at);
        }
    }

    /// Reads the one reply of this connection: complete, and followed by a clean end.
    #[track_caller]
    pub fn reply(&mut self) -> Reply {
        let (received, ending) = self.read_to_end();
        Reply::parse(readable(&self.sent), received, ending)
    }

    /// Expects a reply with this status.
    #[track_caller]
    pub fn expect_reply(&mut self, status: u16, look_at: &str) {
        self.reply().expect_status(status, look_at);
    }

    /// Expects exactly these bytes, and then a clean end: a reset may destroy what was said before it.
    #[track_caller]
    pub fn expect(&mut self, bytes: &[u8], look_at: &str) {
        let (received, ending) = self.read_to_end();
        if received != bytes || ending != Ending::Closed {
            let expected = format!("{}, and a closed connection", readable(bytes));
            fail(
                &readable(&self.sent),
                &expected,
                &heard(&received, &ending),
                look_at,
            );
        }
    }
}

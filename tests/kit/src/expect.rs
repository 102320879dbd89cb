//! What tests ask a server, and what they expect to hear.

use std::time::{Duration, Instant};

use crate::{Client, Ending, Reply, Server, fail, heard, readable};

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
            let (sent, came) = (readable(&self.sent), heard(&received, &ending));
            fail(&sent, &expected, &came, look_at);
        }
    }
}

impl Server {
    /// The reply to a whole request that is sent at once, over a new connection.
    #[track_caller]
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Reply {
        self.client(request).reply()
    }

    /// "Serves on": a normal client gets its page, complete, within [`crate::PATIENCE`].
    #[track_caller]
    pub fn serves_on(&self) {
        let look_at = "whatever happened just before this";
        self.client(get("/")).expect_reply(200, look_at);
    }

    /// Serves on so many times, one client after another, each with the same bytes.
    #[track_caller]
    pub fn serves_on_and_on(&self, count: usize) {
        self.serves_on();
        let (first, _) = self.client(get("/")).read_to_end();
        for _ in 0..count {
            self.client(get("/")).expect(&first, "src/connection.rs");
        }
    }

    /// "At once": the fastest of five normal clients has its page within `limit`. One that is slow
    /// may have been slowed by this machine; five have been slowed by the server.
    #[track_caller]
    pub fn serves_within(&self, limit: Duration) {
        let times = (0..5).map(|_| {
            let start = Instant::now();
            self.serves_on();
            start.elapsed()
        });
        let fastest = times.min().expect("there are five times");
        if fastest > limit {
            fail(
                "GET / five times, one after another",
                &format!("the fastest reply within {limit:?}"),
                &format!("it took {fastest:?}"),
                "who holds a worker, or the lock, while others wait?",
            );
        }
    }
}

//! Requests, and what is answered.

use crate::scripts::Expects::{self, Reply};

pub const GET: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
pub const SLEEP: &[u8] = b"GET /sleep HTTP/1.1\r\nHost: a\r\n\r\n";
pub const PANIC: &[u8] = b"GET /panic HTTP/1.1\r\nHost: a\r\n\r\n";
pub const POST: &[u8] = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n";

/// What is asked, and what is answered.
pub const ASKED: [(&[u8], Expects); 8] = [
    (GET, Reply(200, false)),
    (b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", Reply(200, true)),
    (b"GET /nowhere HTTP/1.0\r\n\r\n", Reply(404, false)),
    (b"DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", Reply(405, false)),
    (b"GET / HTTP/1.1\r\n\r\n", Reply(400, false)),
    (b"\x16\x03\x01\x02\r\n\r\n", Reply(400, false)),
    (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", Reply(505, false)),
    (b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", Reply(501, false)),
];

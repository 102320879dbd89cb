//! What clients do.

use crate::plan::Plan;
use std::time::Duration;

#[derive(Clone, Default)]
pub struct Script {
    pub name: &'static str,
    pub start: Duration,
    /// What is sent, each after a pause.
    pub pieces: Vec<(Duration, Vec<u8>)>,
    /// How many pieces a whole head needs, if it becomes whole.
    pub head: Option<usize>,
    /// Looks for a reply before each piece, and sends no more if there is one.
    pub attentive: bool,
    /// Says that it has nothing more to send.
    pub ends: bool,
    /// Does not wait for its reply, but leaves so long after it has sent all; `true`: with a reset.
    pub leaves: Option<(Duration, bool)>,
    pub reads: Reads,
    /// Stays so long when it has read all.
    pub lingers: Duration,
    pub expects: Expects,
    pub sleeps: bool,
}

/// How a reply is read: after a time, so many bytes at once, each after a pause.
#[derive(Clone, Copy, Default)]
pub struct Reads(pub Duration, pub usize, pub Duration);

#[derive(Clone, Copy, Default)]
pub enum Expects {
    /// A whole reply of this status; `true`: without a body.
    Reply(u16, bool),
    /// 408, and not before its time.
    TooLate,
    /// The end without a reply.
    Nothing,
    /// Nobody knows.
    #[default]
    Anything,
}

/// No reply has more bytes.
pub const REPLY: usize = 4_200;

impl Script {
    pub fn new(name: &'static str, request: &[u8], expects: Expects) -> Script {
        Script {
            name,
            pieces: vec![(Duration::ZERO, request.to_vec())],
            head: Some(1),
            reads: Reads(Duration::ZERO, 100_000, Duration::ZERO),
            expects,
            sleeps: request.starts_with(b"GET /sleep"),
            ..Script::default()
        }
    }

    pub fn asks_for_a_head(&self) -> bool {
        let sent = self.pieces.iter().flat_map(|(_, bytes)| bytes);
        sent.take(5).eq(b"HEAD ")
    }

    /// How long a reply may wait for being read.
    pub fn reading(&self, plan: &Plan) -> Duration {
        if self.attentive {
            return Duration::ZERO;
        }
        let sends: Duration = self.pieces.iter().map(|(pause, _)| *pause).sum();
        let Reads(first, size, pause) = self.reads;
        let reads = first + pause * (REPLY.div_ceil(size.min(plan.room)) + 2) as u32;
        (sends + reads).min(plan.times.reply * 2 + reads)
    }
}

pub const GET: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
pub const SLEEP: &[u8] = b"GET /sleep HTTP/1.1\r\nHost: a\r\n\r\n";
pub const PANIC: &[u8] = b"GET /panic HTTP/1.1\r\nHost: a\r\n\r\n";
pub const POST: &[u8] = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n";

/// What is asked, and what is answered.
pub const ASKED: [(&[u8], Expects); 8] = [
    (GET, Expects::Reply(200, false)),
    (
        b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(200, true),
    ),
    (b"GET /nowhere HTTP/1.0\r\n\r\n", Expects::Reply(404, false)),
    (
        b"DELETE / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(405, false),
    ),
    (b"GET / HTTP/1.1\r\n\r\n", Expects::Reply(400, false)),
    (b"\x16\x03\x01\x02\r\n\r\n", Expects::Reply(400, false)),
    (
        b"GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        Expects::Reply(505, false),
    ),
    (
        b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(501, false),
    ),
];

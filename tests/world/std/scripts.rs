//! What clients do.

use crate::plan::Plan;
use std::time::Duration;

#[derive(Clone, Debug)]
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
    pub leaves: Leaves,
    pub reads: Reads,
    /// Stays so long when it has read all.
    pub lingers: Duration,
    pub expects: Expects,
    pub sleeps: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaves {
    /// When it has its reply.
    AtTheEnd,
    /// So long after it has sent all; the second resets.
    After(Duration),
    Resets(Duration),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reads {
    AtOnce,
    /// So many bytes, and a pause.
    Slowly(usize, Duration),
    /// Only after that time.
    Never(Duration),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expects {
    /// A whole reply of this status; `true`: without a body.
    Reply(u16, bool),
    /// 408, and not before its time.
    TooLate,
    /// The end without a reply.
    Nothing,
    /// Nobody knows.
    Anything,
}

/// No reply has more bytes.
pub const REPLY: usize = 4_200;

impl Script {
    pub fn new(name: &'static str, request: &[u8], expects: Expects) -> Script {
        Script {
            name,
            start: Duration::ZERO,
            pieces: vec![(Duration::ZERO, request.to_vec())],
            head: Some(1),
            attentive: false,
            ends: false,
            leaves: Leaves::AtTheEnd,
            reads: Reads::AtOnce,
            lingers: Duration::ZERO,
            expects,
            sleeps: request.starts_with(b"GET /sleep"),
        }
    }

    pub fn asks_for_a_head(&self) -> bool {
        let sent = self.pieces.iter().flat_map(|(_, bytes)| bytes);
        sent.take(5).eq(b"HEAD ")
    }

    /// How long a reply may wait for being read.
    pub fn reading(&self, plan: &Plan) -> Duration {
        let sends: Duration = self.pieces.iter().map(|(pause, _)| *pause).sum();
        let reads = match self.reads {
            Reads::AtOnce if self.attentive => return Duration::ZERO,
            Reads::AtOnce => Duration::ZERO,
            Reads::Slowly(size, pause) => pause * (REPLY.div_ceil(size.min(plan.room)) + 2) as u32,
            Reads::Never(time) => time,
        };
        (sends + reads).min(plan.times.reply * 2 + reads)
    }
}

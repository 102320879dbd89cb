//! A connection: what is on its way in both directions, and who has left.

use crate::system::System;
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// Which end of a connection.
pub type Side = usize;
pub const CLIENT: Side = 0;
pub const SERVER: Side = 1;

pub struct Conn {
    pub peer: SocketAddr,
    pub thing: Arc<Thing>,
    /// What is on its way to each side.
    to: [VecDeque<u8>; 2],
    /// Whose end of sending has been said.
    pub finished: [bool; 2],
    closed: [bool; 2],
    reset: bool,
    pub accepted_at: Option<Duration>,
    /// When the client closed, or reset it.
    pub left_at: Option<Duration>,
    /// When the server closed.
    pub done_at: Option<Duration>,
    /// When the server first read something, and whether it came in vain before.
    first_read: Option<Duration>,
    pub in_vain: bool,
}

impl Conn {
    pub fn new(peer: SocketAddr) -> Conn {
        Conn {
            peer,
            thing: Arc::new(Thing::new("connection")),
            to: Default::default(),
            finished: [false; 2],
            closed: [false; 2],
            reset: false,
            accepted_at: None,
            left_at: None,
            done_at: None,
            first_read: None,
            in_vain: false,
        }
    }

    pub fn is_reset(&self) -> bool {
        self.reset
    }

    /// What was on its way is lost.
    pub fn reset(&mut self) {
        self.reset = true;
        self.to.iter_mut().for_each(VecDeque::clear);
    }

    /// How many bytes there are, 0 at the end; `None` if nothing has come.
    pub fn there(&self, side: Side) -> Option<io::Result<usize>> {
        let over = self.finished[1 - side] || self.closed[1 - side];
        match self.to[side].len() {
            0 if self.reset => Some(Err(ErrorKind::ConnectionReset.into())),
            0 => over.then_some(Ok(0)),
            count => Some(Ok(count)),
        }
    }

    /// With something unread it is a reset, and so is one that wants to be.
    pub fn close(&mut self, side: Side, hard: bool) {
        self.closed[side] = true;
        match side {
            CLIENT => self.left_at = Some(walk::now()),
            _ => self.done_at = Some(walk::now()),
        }
        if hard || !self.to[side].is_empty() {
            self.reset();
        }
        self.thing.changed();
    }

    /// Who has left and waited long must cost no worker. Known for certain only if the first read of
    /// the server has found all there was.
    pub fn worked_for_nobody(&self) -> Option<String> {
        let (accepted, read, left) = (self.accepted_at?, self.first_read?, self.left_at?);
        let waited = read.saturating_sub(accepted);
        let is_wrong = !self.in_vain && left < read && waited > Duration::from_millis(510);
        is_wrong.then(|| {
            format!(
                "a handler ran for {}, which had left at {left:?} and was read at {read:?}",
                self.peer
            )
        })
    }
}

impl System {
    /// Up to so many of the bytes that are there.
    pub fn taken(&mut self, number: usize, side: Side, count: usize) -> Vec<u8> {
        let once_in = if side == SERVER { self.plan.short } else { 0 };
        let count = shortened(count, once_in);
        let conn = &mut self.conns[number];
        if side == SERVER && count > 0 {
            conn.first_read.get_or_insert_with(walk::now);
        }
        let bytes = conn.to[side].drain(..count).collect();
        conn.thing.changed();
        bytes
    }

    /// What of the bytes there is room for. One that waits is not short.
    pub fn given(
        &mut self,
        number: usize,
        side: Side,
        bytes: &[u8],
        waits: bool,
    ) -> io::Result<usize> {
        let room = self.plan.room;
        let conn = &mut self.conns[number];
        if conn.reset || conn.finished[side] {
            return Err(ErrorKind::BrokenPipe.into());
        }
        if conn.closed[1 - side] {
            conn.reset(); // what comes back says that nobody is there
            conn.thing.changed();
            return Ok(bytes.len());
        }
        let there = conn.to[1 - side].len();
        let count = bytes.len().min(room.saturating_sub(there));
        let once_in = if waits { 0 } else { self.plan.short };
        let count = shortened(count, once_in);
        conn.to[1 - side].extend(bytes.iter().take(count));
        conn.thing.changed();
        Ok(count)
    }
}

/// The system may take or give less than is asked for.
fn shortened(count: usize, once_in: usize) -> usize {
    match count > 1 && once_in > 0 && walk::choose(once_in) == 0 {
        true => 1 + walk::choose(count - 1),
        false => count,
    }
}

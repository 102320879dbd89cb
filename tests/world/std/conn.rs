//! A connection: what is on its way in both directions, and who has left.
//! Its worst is what TCP allows: whoever is told of a reset loses what it has not read.

use crate::system::thing;
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

/// Which end of a connection.
pub type Side = usize;
pub const CLIENT: Side = 0;
pub const SERVER: Side = 1;

pub struct Conn {
    pub peer: SocketAddr,
    pub thing: &'static Thing,
    /// What is on its way to each side.
    pub to: [VecDeque<u8>; 2],
    /// Whose end of sending has been said.
    pub finished: [bool; 2],
    pub reset: bool,
    pub accepted_at: Option<Duration>,
    /// When each side closed, or reset it.
    pub closed_at: [Option<Duration>; 2],
    /// When the server first read something, and whether it came in vain before.
    pub first_read: Option<Duration>,
    pub in_vain: bool,
}

impl Conn {
    pub fn new(peer: SocketAddr) -> Conn {
        Conn {
            peer,
            thing: thing("connection"),
            to: Default::default(),
            finished: [false; 2],
            reset: false,
            accepted_at: None,
            closed_at: [None; 2],
            first_read: None,
            in_vain: false,
        }
    }

    /// What was on its way is lost.
    pub fn reset(&mut self) {
        self.reset = true;
        self.to.iter_mut().for_each(VecDeque::clear);
        self.thing.changed();
    }

    /// How many bytes there are, 0 at the end; `None` if nothing has come.
    pub fn there(&self, side: Side) -> Option<io::Result<usize>> {
        let over = self.finished[1 - side] || self.closed_at[1 - side].is_some();
        match self.to[side].len() {
            0 if self.reset => Some(Err(ErrorKind::ConnectionReset.into())),
            0 => over.then_some(Ok(0)),
            count => Some(Ok(count)),
        }
    }

    /// What of the bytes there is room for. The system may give less, once in so many times.
    pub fn given(
        &mut self,
        side: Side,
        bytes: &[u8],
        room: usize,
        once_in: usize,
    ) -> io::Result<usize> {
        if self.reset || self.finished[side] {
            return Err(ErrorKind::BrokenPipe.into());
        }
        if self.closed_at[1 - side].is_some() {
            self.reset(); // what comes back says that nobody is there
            return Ok(bytes.len());
        }
        let to = &mut self.to[1 - side];
        let count = bytes.len().min(room.saturating_sub(to.len()));
        let count = shortened(count, once_in);
        to.extend(&bytes[..count]);
        self.thing.changed();
        Ok(count)
    }

    /// Who has left and waited long must cost no worker. Known for certain only if the first read of
    /// the server has found all there was.
    pub fn worked_for_nobody(&self) -> Option<String> {
        let (accepted, read) = (self.accepted_at?, self.first_read?);
        let left = self.closed_at[CLIENT]?;
        let waited = read.saturating_sub(accepted);
        let is_wrong = !self.in_vain && left < read && waited > Duration::from_millis(510);
        let peer = self.peer;
        let wrong = || {
            format!("a handler ran for {peer}, which had left at {left:?} and was read at {read:?}")
        };
        is_wrong.then(wrong)
    }
}

/// The system may take or give less than is asked for.
pub fn shortened(count: usize, once_in: usize) -> usize {
    match count > 1 && once_in > 0 && walk::choose(once_in) == 0 {
        true => 1 + walk::choose(count - 1),
        false => count,
    }
}

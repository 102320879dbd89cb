//! A connection: what is on its way in both directions, and who has left. Its worst is what TCP
//! allows: whoever is told of a reset loses what it has not read.

use crate::system::{System, with};
use orders::walk::{self, Thing};
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::panic::Location;
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
    finished: [bool; 2],
    closed: [bool; 2],
    reset: bool,
    pub accepted_at: Option<Duration>,
    /// When the client closed, or reset it.
    left_at: Option<Duration>,
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
    fn there(&self, side: Side) -> Option<io::Result<usize>> {
        let over = self.finished[1 - side] || self.closed[1 - side];
        match self.to[side].len() {
            0 if self.reset => Some(Err(ErrorKind::ConnectionReset.into())),
            0 => over.then_some(Ok(0)),
            count => Some(Ok(count)),
        }
    }
}

fn conn<T>(number: usize, f: impl FnOnce(&mut Conn) -> T) -> T {
    with(|system| f(&mut system.conns[number]))
}

fn say(number: usize, place: Option<&'static Location<'static>>, what: impl FnOnce() -> String) {
    walk::say(place, || {
        format!("{} {}", conn(number, |conn| conn.peer), what())
    });
}

pub fn peek(number: usize, side: Side) -> io::Result<usize> {
    let there = conn(number, |conn| conn.there(side));
    there.unwrap_or(Err(ErrorKind::WouldBlock.into()))
}

/// Waits for a change, unless it is too late for that.
#[track_caller]
fn wait(number: usize, limit: Option<Duration>) -> io::Result<()> {
    if limit.is_some_and(|limit| walk::now() >= limit) {
        return Err(ErrorKind::WouldBlock.into());
    }
    let thing = conn(number, |conn| Arc::clone(&conn.thing));
    thing.wait(limit);
    Ok(())
}

#[track_caller]
pub fn read(
    number: usize,
    side: Side,
    buffer: &mut [u8],
    limit: Option<Duration>,
) -> io::Result<usize> {
    let place = Some(Location::caller());
    loop {
        if let Some(there) = conn(number, |conn| conn.there(side)) {
            let there =
                there.inspect_err(|error| say(number, place, || format!("reads: {error}")))?;
            let once_in = with(|system| if side == SERVER { system.plan.short } else { 0 });
            let count = shortened(there.min(buffer.len()), once_in);
            let bytes = with(|system| system.taken(number, side, count));
            buffer
                .iter_mut()
                .zip(&bytes)
                .for_each(|(to, from)| *to = *from);
            say(number, place, || format!("reads {}", shown(&bytes)));
            return Ok(count);
        }
        if let Err(error) = wait(number, limit) {
            conn(number, |conn| conn.in_vain |= side == SERVER);
            say(number, place, || "reads: nothing yet".to_string());
            return Err(error);
        }
    }
}

impl System {
    fn taken(&mut self, number: usize, side: Side, count: usize) -> Vec<u8> {
        let conn = &mut self.conns[number];
        if side == SERVER && count > 0 {
            conn.first_read.get_or_insert_with(walk::now);
        }
        let bytes = conn.to[side].drain(..count).collect();
        conn.thing.changed();
        bytes
    }

    /// What of the bytes there is room for.
    fn given(&mut self, number: usize, side: Side, bytes: &[u8], waits: bool) -> io::Result<usize> {
        let room = self.plan.room;
        let conn = &mut self.conns[number];
        let there = conn.to[1 - side].len();
        if conn.reset || conn.finished[side] {
            return Err(ErrorKind::BrokenPipe.into());
        }
        if conn.closed[1 - side] {
            conn.reset(); // what comes back says that nobody is there
            conn.thing.changed();
            return Ok(bytes.len());
        }
        let count = bytes.len().min(room.saturating_sub(there));
        // One that waits is not short.
        let once_in = if waits { 0 } else { self.plan.short };
        let count = shortened(count, once_in);
        conn.to[1 - side].extend(bytes.iter().take(count));
        conn.thing.changed();
        Ok(count)
    }
}

/// A wait does not end before all is written, or it is too late.
#[track_caller]
pub fn write(
    number: usize,
    side: Side,
    bytes: &[u8],
    limit: Option<Duration>,
) -> io::Result<usize> {
    let place = Some(Location::caller());
    if side == SERVER {
        if let Some(wrong) = conn(number, |conn| conn.worked_for_nobody()) {
            crate::report::broken(&wrong);
        }
    }
    let mut count = 0;
    let waits = limit.is_none_or(|limit| walk::now() < limit);
    loop {
        let given = with(|system| system.given(number, side, &bytes[count..], waits));
        count += given.inspect_err(|error| say(number, place, || format!("writes: {error}")))?;
        let late = count < bytes.len() && wait(number, limit).is_err();
        if count == bytes.len() || late {
            let written = if count == 0 {
                Err(ErrorKind::WouldBlock.into())
            } else {
                Ok(count)
            };
            say(number, place, || match count {
                0 => "writes: there is no room".to_string(),
                _ => format!(
                    "writes {} of {} bytes: {}",
                    count,
                    bytes.len(),
                    shown(bytes)
                ),
            });
            return written;
        }
    }
}

impl Conn {
    /// Who has left and waited long must cost no worker. Known for certain only if the first read of
    /// the server has found all there was.
    fn worked_for_nobody(&self) -> Option<String> {
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

pub fn shutdown(
    number: usize,
    side: Side,
    place: Option<&'static Location<'static>>,
) -> io::Result<()> {
    say(number, place, || "ends its side".to_string());
    conn(number, |conn| {
        conn.finished[side] = true;
        conn.thing.changed();
        match conn.reset {
            true => Err(ErrorKind::NotConnected.into()),
            false => Ok(()),
        }
    })
}

/// A close with something unread is a reset, and so is one that wants to be.
pub fn close(number: usize, side: Side, hard: bool) {
    let reset = conn(number, |conn| {
        conn.closed[side] = true;
        match side {
            CLIENT => conn.left_at = Some(walk::now()),
            _ => conn.done_at = Some(walk::now()),
        }
        let reset = hard || !conn.to[side].is_empty();
        if reset {
            conn.reset();
        }
        conn.thing.changed();
        reset
    });
    let how = if reset { "closes: a reset" } else { "closes" };
    say(number, None, || how.to_string());
}

/// The system may take or give less than is asked for.
fn shortened(count: usize, once_in: usize) -> usize {
    match count > 1 && once_in > 0 && walk::choose(once_in) == 0 {
        true => 1 + walk::choose(count - 1),
        false => count,
    }
}

fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(24)]).into_owned();
    match bytes.len() {
        0 => "the end".to_string(),
        1..=24 => format!("{text:?}"),
        count => format!("{count} bytes, {text:?}..."),
    }
}

//! What both ends of a connection do with it.

use crate::conn::{Conn, SERVER, Side, shortened};
use crate::process::broken;
use crate::system::with;
use orders::walk;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::panic::Location;
use std::time::Duration;

/// Where in a program something is done.
type Place = Option<&'static Location<'static>>;

/// One end: the number of the connection, and the side.
#[derive(Clone, Copy, Default)]
pub struct End(pub usize, pub Side);

impl End {
    fn conn<T>(self, f: impl FnOnce(&mut Conn) -> T) -> T {
        with(|system| f(&mut system.conns[self.0]))
    }

    pub fn peer(self) -> SocketAddr {
        self.conn(|conn| conn.peer)
    }

    fn say(self, place: Place, what: impl FnOnce() -> String) {
        walk::say(place, || format!("{} {}", self.peer(), what()));
    }

    pub fn peek(self) -> io::Result<usize> {
        let there = self.conn(|conn| conn.there(self.1));
        there.unwrap_or(Err(ErrorKind::WouldBlock.into()))
    }

    /// Waits for a change, unless it is too late for that.
    #[track_caller]
    fn wait(self, limit: Option<Duration>) -> io::Result<()> {
        if limit.is_some_and(|limit| walk::now() >= limit) {
            return Err(ErrorKind::WouldBlock.into());
        }
        self.conn(|conn| conn.thing).wait(limit);
        Ok(())
    }

    #[track_caller]
    pub fn read(self, buffer: &mut [u8], limit: Option<Duration>) -> io::Result<usize> {
        let place = Some(Location::caller());
        loop {
            if let Some(there) = self.conn(|conn| conn.there(self.1)) {
                let failed = |error: &io::Error| self.say(place, || format!("reads: {error}"));
                let there = there.inspect_err(failed)?.min(buffer.len());
                let count = self.take(&mut buffer[..there]);
                self.say(place, || format!("reads {}", shown(&buffer[..count])));
                return Ok(count);
            }
            if let Err(error) = self.wait(limit) {
                self.conn(|conn| conn.in_vain |= self.1 == SERVER);
                self.say(place, || "reads: nothing yet".to_string());
                return Err(error);
            }
        }
    }

    /// As many of the bytes that are there.
    fn take(self, buffer: &mut [u8]) -> usize {
        let is_server = self.1 == SERVER;
        let once_in = with(|system| if is_server { system.plan.short } else { 0 });
        let count = shortened(buffer.len(), once_in);
        self.conn(|conn| {
            if is_server && count > 0 {
                conn.first_read.get_or_insert_with(walk::now);
            }
            let bytes = conn.to[self.1].drain(..count);
            buffer
                .iter_mut()
                .zip(bytes)
                .for_each(|(to, from)| *to = from);
            conn.thing.changed();
        });
        count
    }

    /// A wait does not end before all is written, or it is too late. One that waits is not short.
    #[track_caller]
    pub fn write(self, bytes: &[u8], limit: Option<Duration>) -> io::Result<usize> {
        let place = Some(Location::caller());
        if let (SERVER, Some(wrong)) = (self.1, self.conn(|conn| conn.worked_for_nobody())) {
            broken(&wrong);
        }
        let waits = limit.is_none_or(|limit| walk::now() < limit);
        let (room, short) = with(|system| (system.plan.room, system.plan.short));
        let once_in = if waits { 0 } else { short };
        let mut count = 0;
        loop {
            let given = self.conn(|conn| conn.given(self.1, &bytes[count..], room, once_in));
            let failed = |error: &io::Error| self.say(place, || format!("writes: {error}"));
            count += given.inspect_err(failed)?;
            if count == bytes.len() || self.wait(limit).is_err() {
                break;
            }
        }
        self.say(place, || match count {
            0 => "writes: there is no room".to_string(),
            _ if count == bytes.len() => format!("writes {}", shown(bytes)),
            _ => format!("writes {count} of {}", shown(bytes)),
        });
        match count {
            0 => Err(ErrorKind::WouldBlock.into()),
            _ => Ok(count),
        }
    }

    pub fn shutdown(self, place: Place) -> io::Result<()> {
        self.say(place, || "ends its side".to_string());
        self.conn(|conn| {
            conn.finished[self.1] = true;
            conn.thing.changed();
            match conn.reset {
                true => Err(ErrorKind::NotConnected.into()),
                false => Ok(()),
            }
        })
    }

    /// With something unread it is a reset, and so is one that wants to be.
    pub fn close(self, hard: bool) {
        let reset = self.conn(|conn| {
            conn.closed_at[self.1] = Some(walk::now());
            conn.thing.changed();
            if hard || !conn.to[self.1].is_empty() {
                conn.reset();
            }
            conn.reset
        });
        let how = if reset { "closes: a reset" } else { "closes" };
        self.say(None, || how.to_string());
    }
}

fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(24)]);
    match bytes.len() {
        0 => "the end".to_string(),
        1..=24 => format!("{text:?}"),
        count => format!("{count} bytes, {text:?}..."),
    }
}

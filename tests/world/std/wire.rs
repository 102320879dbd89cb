//! What both ends of a connection do with it. Its worst is what TCP allows: whoever is told of a reset
//! loses what it has not read.

use crate::conn::{Conn, SERVER, Side};
use crate::report::broken;
use crate::system::with;
use orders::walk;
use std::io::{self, ErrorKind};
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

/// Where in a program something is done.
type Place = Option<&'static Location<'static>>;

fn conn<T>(number: usize, f: impl FnOnce(&mut Conn) -> T) -> T {
    with(|system| f(&mut system.conns[number]))
}

fn say(number: usize, place: Place, what: impl FnOnce() -> String) {
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
            let bytes = with(|system| system.taken(number, side, there.min(buffer.len())));
            let places = buffer.iter_mut().zip(&bytes);
            places.for_each(|(to, from)| *to = *from);
            say(number, place, || format!("reads {}", shown(&bytes)));
            return Ok(bytes.len());
        }
        if let Err(error) = wait(number, limit) {
            conn(number, |conn| conn.in_vain |= side == SERVER);
            say(number, place, || "reads: nothing yet".to_string());
            return Err(error);
        }
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
    if let (SERVER, Some(wrong)) = (side, conn(number, |conn| conn.worked_for_nobody())) {
        broken(&wrong);
    }
    let mut count = 0;
    let waits = limit.is_none_or(|limit| walk::now() < limit);
    loop {
        let given = with(|system| system.given(number, side, &bytes[count..], waits));
        count += given.inspect_err(|error| say(number, place, || format!("writes: {error}")))?;
        let late = count < bytes.len() && wait(number, limit).is_err();
        if count == bytes.len() || late {
            say(number, place, || match count {
                0 => "writes: there is no room".to_string(),
                _ if count == bytes.len() => format!("writes {}", shown(bytes)),
                _ => format!("writes {count} of {}", shown(bytes)),
            });
            return match count {
                0 => Err(ErrorKind::WouldBlock.into()),
                _ => Ok(count),
            };
        }
    }
}

pub fn shutdown(number: usize, side: Side, place: Place) -> io::Result<()> {
    say(number, place, || "ends its side".to_string());
    conn(number, |conn| {
        conn.finished[side] = true;
        conn.thing.changed();
        match conn.is_reset() {
            true => Err(ErrorKind::NotConnected.into()),
            false => Ok(()),
        }
    })
}

pub fn close(number: usize, side: Side, hard: bool) {
    let reset = conn(number, |conn| {
        conn.close(side, hard);
        conn.is_reset()
    });
    let how = if reset { "closes: a reset" } else { "closes" };
    say(number, None, || how.to_string());
}

fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(24)]).into_owned();
    match bytes.len() {
        0 => "the end".to_string(),
        1..=24 => format!("{text:?}"),
        count => format!("{count} bytes, {text:?}..."),
    }
}

//! What is kept if no line comes, and what the caller is told.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, equal};

use super::client::Client;
use super::client::Next::{self, Bytes, Fails, Late};

const BOTH_NAMES: [ErrorKind; 2] = [ErrorKind::TimedOut, ErrorKind::WouldBlock];

/// A client that sends these pieces, and what comes of it. Usually the first time is the only one:
/// the deadline is nearer than a read that is late, and on a busy machine it may be too near.
fn until_late(pieces: &[Next]) -> (Client, Result<usize, ErrorKind>) {
    let mut span = Duration::from_millis(20);
    loop {
        let mut client = Client::sends(pieces).until(Instant::now() + span);
        let came = client.read();
        span *= 2;
        if client.was_late || span > Duration::from_secs(1) {
            return (client, came);
        }
    }
}

/// Whose `set_timeout` fails with Unsupported.
fn refusing(pieces: &[Next]) -> Client {
    let mut client = Client::sends(pieces);
    client.refuses = Some(ErrorKind::Unsupported);
    client
}

pub fn what_has_come_is_not_lost() -> Outcome {
    BOTH_NAMES.into_iter().try_for_each(is_not_lost)?;
    let reset = Client::sends(&[Bytes(b" /"), Fails(ErrorKind::ConnectionReset)]);
    for (mut client, what) in [
        (reset.having(b"GET"), "a read failed with ConnectionReset"),
        (refusing(&[]).having(b"GET /"), "`set_timeout` failed"),
    ] {
        let _ = client.read();
        let what = format!("`received`, when {what} in the middle of a line");
        let look = "Not only lateness ends the call. Are the bytes in `received` on every way out, and \
                    only bytes that came?";
        equal(&what, client.received(), "GET /".to_string(), look)?;
    }
    let mut client = Client::without_end(Bytes(b"a"), Duration::from_millis(50));
    let _ = client.read();
    let what = "how many bytes are in `received`, when a client drips until the time is over";
    let look = "The last read ends too late, and what it has read has come all the same.";
    equal(what, client.received.len(), client.sent, look)
}

fn is_not_lost(name: ErrorKind) -> Outcome {
    let rest = Bytes(b" HTTP/1.1\r\nHost: x");
    let (mut client, _) = until_late(&[Bytes(b"GET /"), Late(name), rest]);
    let what = format!("`received`, when the time was over ({name:?}) in the middle of a line");
    let look = "`?` and `return` drop what the function owns. Who owns the bytes then?";
    equal(&what, client.received(), "GET /".to_string(), look)?;
    client = client.until(Instant::now() + Duration::from_secs(60));
    let what = "the length of the line, when the rest has come, and something behind it";
    let look = "What is in `received` at first is part of the line.";
    equal(what, client.read(), Ok(16), look)?;
    let what = "`received`, and what is still unread";
    let look = "What was read behind the line begins the next, and nobody can read it again.";
    let all = client.received() + &client.rest();
    equal(what, all, "GET / HTTP/1.1\r\nHost: x".to_string(), look)
}

pub fn lateness_has_one_name() -> Outcome {
    for name in BOTH_NAMES {
        let (_, came) = until_late(&[Late(name)]);
        let what = format!("the error, if a read waits until the deadline and fails with {name:?}");
        let look = "Unix and Windows have two names for this. The caller wants one.";
        equal(&what, came, Err(ErrorKind::TimedOut), look)?;
    }
    other_errors_are_no_lateness()?;
    let late = Client::sends(&[Bytes(b"GET / HTTP/1.1\r\n")]).until(Instant::now());
    let drips = Client::without_end(Bytes(b"a"), Duration::from_millis(20));
    for (mut client, what) in [
        (late, "the deadline is over before the first read"),
        (drips, "a client drips until the time is over"),
    ] {
        let came = client.read();
        if client.too_long.is_some() {
            return Ok(()); // Another check is about that.
        }
        let what = format!("the error, if {what}");
        let look = "What is left is zero, and zero is no timeout. Who asks before `set_timeout` complains?";
        equal(&what, came, Err(ErrorKind::TimedOut), look)?;
    }
    Ok(())
}

fn other_errors_are_no_lateness() -> Outcome {
    for kind in [
        ErrorKind::ConnectionReset,
        ErrorKind::ConnectionAborted,
        ErrorKind::BrokenPipe,
        ErrorKind::InvalidInput,
        ErrorKind::Other,
    ] {
        let came = Client::sends(&[Fails(kind)]).read();
        let what = format!("the error, if a read fails with {kind:?}");
        let look = "That is not lateness, and no end: the connection is broken. Which errors have a \
                    name of ours?";
        equal(&what, came, Err(kind), look)?;
    }
    let came = refusing(&[Bytes(b"GET / HTTP/1.1\r\n")]).read();
    let what = "the error, if `set_timeout` fails with Unsupported";
    let look = "Without its limit a read may wait for ever. Who must hear that there is none?";
    equal(what, came, Err(ErrorKind::Unsupported), look)
}

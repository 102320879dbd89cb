//! What is kept if no line comes, and what the caller is told.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, equal};

use super::client::Client;
use super::client::Next::{self, Bytes, Fails, Late};
use super::reading::{Came, later, read, text};

/// What has come of it if the client sends these pieces. Usually the first time is the only one:
/// the deadline is nearer than a read that is late, and on a busy machine it may be too near.
fn until_late(pieces: &[Next]) -> (Client, Vec<u8>, Came) {
    let mut span = Duration::from_millis(20);
    loop {
        let deadline = Instant::now() + span;
        let mut client = Client::sends(pieces).until(deadline);
        let mut received = Vec::new();
        let came = read(&mut client, deadline, &mut received);
        span *= 2;
        if client.was_late || span > Duration::from_secs(1) {
            return (client, received, came);
        }
    }
}

pub fn what_has_come_is_not_lost() -> Outcome {
    for name in [ErrorKind::TimedOut, ErrorKind::WouldBlock] {
        is_not_lost(name)?;
    }
    let reset = Client::sends(&[Bytes(b" /"), Fails(ErrorKind::ConnectionReset)]);
    let refuses = Client::sends(&[]).refusing(ErrorKind::Unsupported);
    for (mut client, before, what) in [
        (reset, "GET", "a read failed with ConnectionReset"),
        (refuses, "GET /", "`set_timeout` failed"),
    ] {
        let mut received = before.as_bytes().to_vec();
        let _ = read(&mut client, later(), &mut received);
        let what = format!("`received`, when {what} in the middle of a line");
        let look = "Not only lateness ends the call. Are the bytes in `received` on every way out, and \
                    only bytes that came?";
        equal(&what, text(&received), "GET /".to_string(), look)?;
    }
    let deadline = Instant::now() + Duration::from_millis(50);
    let mut client = Client::drips(deadline);
    let mut received = Vec::new();
    let _ = read(&mut client, deadline, &mut received);
    equal(
        "how many bytes are in `received`, when a client drips until the time is over",
        received.len(),
        client.sent,
        "The last read ends when it is too late already. What it has read has come all the same.",
    )
}

fn is_not_lost(name: ErrorKind) -> Outcome {
    let rest = Bytes(b" HTTP/1.1\r\nHost: x");
    let (mut client, mut received, _) = until_late(&[Bytes(b"GET /"), Late(name), rest]);
    equal(
        &format!("`received`, when the time was over ({name:?}) in the middle of a line"),
        text(&received),
        "GET /".to_string(),
        "`?` and `return` drop what the function owns. Who owns the bytes then?",
    )?;
    let length = read(&mut client, later(), &mut received);
    let what = "the length of the line, when the rest has come, and something behind it";
    let look = "What is in `received` at first is part of the line.";
    equal(what, length, Ok(16), look)?;
    equal(
        "`received`, and what is still unread",
        text(&received) + &client.rest(),
        "GET / HTTP/1.1\r\nHost: x".to_string(),
        "What was read behind the line is the beginning of the next, and nobody can read it again.",
    )
}

pub fn lateness_has_one_name() -> Outcome {
    for name in [ErrorKind::TimedOut, ErrorKind::WouldBlock] {
        let (_, _, came) = until_late(&[Late(name)]);
        let what = format!("the error, if a read waits until the deadline and fails with {name:?}");
        let look = "Unix and Windows have two names for this. The caller wants one.";
        equal(&what, came, Err(ErrorKind::TimedOut), look)?;
    }
    other_errors_are_no_lateness()?;
    let mut client = Client::sends(&[Bytes(b"GET / HTTP/1.1\r\n")]);
    let came = read(&mut client, Instant::now(), &mut Vec::new());
    let look =
        "What is left is zero, and zero is no timeout. Who asks before `set_timeout` complains?";
    let what = "the error, if the deadline is over before the first read";
    equal(what, came, Err(ErrorKind::TimedOut), look)?;
    let deadline = Instant::now() + Duration::from_millis(20);
    let mut client = Client::drips(deadline);
    let came = read(&mut client, deadline, &mut Vec::new());
    if client.too_long.is_some() {
        return Ok(()); // Another check is about that.
    }
    let what = "the error, if a client drips until the time is over";
    equal(what, came, Err(ErrorKind::TimedOut), look)
}

fn other_errors_are_no_lateness() -> Outcome {
    for kind in [
        ErrorKind::ConnectionReset,
        ErrorKind::ConnectionAborted,
        ErrorKind::BrokenPipe,
        ErrorKind::InvalidInput,
        ErrorKind::Other,
    ] {
        let mut client = Client::sends(&[Fails(kind)]);
        equal(
            &format!("the error, if a read fails with {kind:?}"),
            read(&mut client, later(), &mut Vec::new()),
            Err(kind),
            "That is not lateness, and no end: the connection is broken. Which errors have a name of \
             ours?",
        )?;
    }
    let line = Bytes(b"GET / HTTP/1.1\r\n");
    let mut client = Client::sends(&[line]).refusing(ErrorKind::Unsupported);
    equal(
        "the error, if `set_timeout` fails with Unsupported",
        read(&mut client, later(), &mut Vec::new()),
        Err(ErrorKind::Unsupported),
        "Without its limit a read may wait for ever. Who must hear that there is none?",
    )
}

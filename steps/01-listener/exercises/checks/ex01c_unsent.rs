//! What is said of a greeting that has not left, or not all of it. Two of the checks of exercise 01c.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use trial::{Outcome, ensure, equal, soon};

use super::super::exercise::greet;
use super::{all_that_comes, pair};

/// Fills a stream that does not wait, and lets the client read until there is room for some bytes
/// again. How many are still on their way?
fn nearly_fill(mut stream: &TcpStream, client: &mut TcpStream) -> usize {
    let mut piece = vec![b'.'; 65_536];
    let mut on_their_way = 0;
    while let Ok(count @ 1..) = stream.write(&piece) {
        on_their_way += count;
    }
    while on_their_way >= piece.len() && client.read_exact(&mut piece).is_ok() {
        on_their_way -= piece.len();
        if let Ok(count @ 1..) = stream.write(b".") {
            return on_their_way + count;
        }
    }
    on_their_way
}

/// A stream that does not wait takes as much as there is room for. Eight million bytes find none.
/// It is nearly full before, so that nobody has to write much who writes byte by byte.
pub fn a_part_of_it_is_not_all_of_it() -> Outcome {
    let (stream, mut client) = pair()?;
    let _ = stream.set_nonblocking(true);
    let before = nearly_fill(&stream, &mut client);
    let name = "a".repeat(8_000_000);
    let expected = "Hello, ".len() + name.len() + "\r\n".len();
    if greet(&stream, &name).is_err() {
        return Ok(());
    }
    drop(stream);
    let came = all_that_comes(client).len().saturating_sub(before);
    let why = format!(
        "A very long greeting, on a stream that has no room for all of it: `Ok` means that all was \
         sent.\n  expected: an error, or that all {expected} bytes arrive\n  came:     `Ok`, and \
         {came} bytes\n  What does the number mean that `write` returns?"
    );
    ensure(came == expected, || why)
}

pub fn what_cannot_be_sent_is_an_error() -> Outcome {
    is_an_error("its owner has ended it", shut)?;
    is_an_error("its client has gone without reading what came", reset)
}

fn is_an_error(why: &str, make: fn() -> Result<TcpStream, String>) -> Outcome {
    let which = |error: io::Error| (error.kind(), error.raw_os_error());
    let expected = make()?.write_all(b"Hello").map_err(which);
    let came = greet(&make()?, "Ada").map_err(which);
    let why = format!(
        "Nothing can be written to this stream ({why}), and `greet` says `Ok`.\n  Who learns of \
         an error that comes up when a buffer is dropped? Or is an error thrown away?"
    );
    ensure(came.is_err() || expected.is_ok(), || why)?;
    let what =
        "nothing can be written to this stream; which kind of error comes back, with which number?";
    let look = "The caller decides by the kind, and the system's number says more. Has another \
                error taken the place\n  of the system's?";
    equal(what, came, expected, look)
}

/// A stream whose owner has shut its writing side, so nothing can be sent, on any system.
fn shut() -> Result<TcpStream, String> {
    let (stream, _client) = pair()?;
    let _ = stream.shutdown(Shutdown::Write);
    Ok(stream)
}

/// A stream that its client has closed with a byte unread. Where the system says when it knows of it,
/// that is waited for.
fn reset() -> Result<TcpStream, String> {
    let (mut stream, client) = pair()?;
    let _ = stream.write_all(b".");
    let _ = client.peek(&mut [0]);
    drop(client);
    let is_known = || stream.peer_addr().is_err().then_some(());
    soon(Duration::from_secs(1), is_known);
    Ok(stream)
}

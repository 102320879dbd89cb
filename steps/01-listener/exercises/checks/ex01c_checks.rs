//! What a right answer to exercise 01c does.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::greet;

#[path = "ex01c_owner.rs"]
mod owner;
use owner::the_owner_goes_on_with_the_stream;

const LIMIT: Duration = Duration::from_secs(5);

const STUCK: &str = "`greet` does not return, or the connection is still open when its owner has \
                     dropped it.\n  It has to write, and no more: not to read, not to keep a copy \
                     of the stream, not to\n  change a setting of it, and not to ask again and \
                     again until there is room.";

pub const CHECKS: &[Check] = &[
    Check {
        name: "the_greeting_arrives",
        misconception: "`writeln!` ends a line as the network does",
        run: the_greeting_arrives,
    },
    Check {
        name: "a_part_of_it_is_not_all_of_it",
        misconception: "`write` writes all that it is given",
        run: a_part_of_it_is_not_all_of_it,
    },
    Check {
        name: "what_cannot_be_sent_is_an_error",
        misconception: "a buffer that is dropped reports what went wrong",
        run: what_cannot_be_sent_is_an_error,
    },
    Check {
        name: "the_owner_goes_on_with_the_stream",
        misconception: "whoever writes must also finish",
        run: the_owner_goes_on_with_the_stream,
    },
];

/// The server's end of a connection, and the client's.
fn pair() -> Result<(TcpStream, TcpStream), String> {
    let connect = || -> io::Result<(TcpStream, TcpStream)> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let client = TcpStream::connect(listener.local_addr()?)?;
        Ok((listener.accept()?.0, client))
    };
    connect().map_err(|error| format!("no connection could be made: {error}"))
}

/// What the client gets until the server's end is closed.
fn all_that_comes(mut client: TcpStream) -> Vec<u8> {
    let mut came = Vec::new();
    let _ = client.read_to_end(&mut came);
    came
}

fn the_greeting_arrives() -> Outcome {
    let line = "Look at the line end. `writeln!` writes LF, and not CR LF.";
    let name = "The name is sent as it is, whatever it is made of. Who decides what a name is?";
    for (name, look) in [("Zoë", line), (" Ada  Lovelace\t", name), ("", name)] {
        within(LIMIT, STUCK, move || it_arrives(name, look))??;
    }
    Ok(())
}

fn it_arrives(name: &str, look: &str) -> Outcome {
    let (stream, client) = pair()?;
    let result = greet(&stream, name);
    drop(stream);
    let came = all_that_comes(client);
    equal(
        &format!("what a client receives from `greet(&stream, {name:?})`"),
        String::from_utf8_lossy(&came),
        format!("Hello, {name}\r\n").into(),
        look,
    )?;
    let look = "all of it has arrived, so the answer is `Ok`";
    equal("did `greet` say `Ok`?", result.is_ok(), true, look)
}

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

/// A stream that does not wait takes as much as there is room for. Twenty million bytes find none.
/// It is nearly full before, so that nobody has to write much who writes byte by byte.
fn a_part_of_it_is_not_all_of_it() -> Outcome {
    within(LIMIT, STUCK, || {
        let (stream, mut client) = pair()?;
        let _ = stream.set_nonblocking(true);
        let before = nearly_fill(&stream, &mut client);
        let name = "a".repeat(20_000_000);
        let expected = "Hello, ".len() + name.len() + "\r\n".len();
        if greet(&stream, &name).is_err() {
            return Ok(());
        }
        drop(stream);
        let came = all_that_comes(client).len().saturating_sub(before);
        ensure(came == expected, || {
            format!(
                "A very long greeting, on a stream that has no room for all of it: `Ok` means that \
                 all was sent.\n  expected: an error, or that all {expected} bytes arrive\n  \
                 came:     `Ok`, and {came} bytes\n  What does the number mean that `write` \
                 returns?"
            )
        })
    })?
}

/// Its owner has shut the writing side, so nothing can be sent, on any system.
fn what_cannot_be_sent_is_an_error() -> Outcome {
    within(LIMIT, STUCK, || {
        let (mut stream, _client) = pair()?;
        let _ = stream.shutdown(Shutdown::Write);
        let which = |error: io::Error| (error.kind(), error.raw_os_error());
        let expected = stream.write_all(b"Hello").map_err(which);
        let came = greet(&stream, "Ada").map_err(which);
        ensure(came.is_err(), || {
            "Nothing can be written to this stream, and `greet` says `Ok`.\n  Who learns of an \
             error that comes up when a buffer is dropped? Or is a result thrown away?"
                .to_string()
        })?;
        equal(
            "nothing can be written to this stream; which kind of error comes back, with which number?",
            came,
            expected,
            "The caller decides by the kind, and the system's number says more. Has another error \
             taken the place\n  of the system's?",
        )
    })?
}

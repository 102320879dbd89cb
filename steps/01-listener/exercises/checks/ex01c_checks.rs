//! What a right answer to exercise 01c does.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::greet;

const LIMIT: Duration = Duration::from_secs(5);

const STUCK: &str = "`greet` does not return, or the connection is still open when its owner has \
                     dropped it.\n  It has to write, and no more: not to read, not to keep a copy \
                     of the stream, not to\n  change a setting of it, and not to ask again and \
                     again until there is room.\n  And not to write byte by byte: twenty \
                     million calls take too long.";

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
    within(LIMIT, STUCK, || {
        let (stream, client) = pair()?;
        let result = greet(&stream, "Zoë");
        drop(stream);
        let came = all_that_comes(client);
        equal(
            "what a client receives from `greet(&stream, \"Zoë\")`",
            String::from_utf8_lossy(&came),
            "Hello, Zoë\r\n".into(),
            "Look at the line end. `writeln!` writes LF, and not CR LF.",
        )?;
        let look = "all of it has arrived, so the answer is `Ok`";
        equal("did `greet` say `Ok`?", result.is_ok(), true, look)
    })?
}

/// A stream that does not wait takes as much as there is room for. Twenty million bytes find none.
fn a_part_of_it_is_not_all_of_it() -> Outcome {
    within(LIMIT, STUCK, || {
        let (stream, client) = pair()?;
        let _ = stream.set_nonblocking(true);
        let name = "a".repeat(20_000_000);
        let expected = "Hello, ".len() + name.len() + "\r\n".len();
        if greet(&stream, &name).is_err() {
            return Ok(());
        }
        drop(stream);
        let came = all_that_comes(client).len();
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
        let expected = stream.write_all(b"Hello").map_err(|error| error.kind());
        let came = greet(&stream, "Ada").map_err(|error| error.kind());
        ensure(came.is_err(), || {
            "Nothing can be written to this stream, and `greet` says `Ok`.\n  Who learns of an \
             error that comes up when a buffer is dropped? Or is a result thrown away?"
                .to_string()
        })?;
        equal(
            "nothing can be written to this stream; which kind of error comes back?",
            came,
            expected,
            "The caller decides by the kind. Has another error taken the place of the system's?",
        )
    })?
}

fn the_owner_goes_on_with_the_stream() -> Outcome {
    within(LIMIT, STUCK, || {
        let (mut stream, mut client) = pair()?;
        let _ = greet(&stream, "Ada");
        let sent = stream.write_all(b"How are you?").is_ok();
        let _ = client.write_all(b"Fine");
        let _ = client.shutdown(Shutdown::Write);
        let heard = all_that_comes(stream);
        let said = all_that_comes(client);
        ensure(sent && said.ends_with(b"How are you?"), || {
            format!(
                "After `greet` the owner writes \"How are you?\", and the client receives only\n  \
                 {:?}\n  Has `greet` ended something that is not its own? It has borrowed the \
                 stream.",
                String::from_utf8_lossy(&said)
            )
        })?;
        equal(
            "what the owner reads after `greet`; the client has answered \"Fine\"",
            String::from_utf8_lossy(&heard),
            "Fine".into(),
            "Has `greet` ended, or read, something that is not its own?",
        )
    })?
}

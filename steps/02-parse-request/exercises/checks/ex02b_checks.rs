//! What a right answer to exercise 02b does.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use trial::{Outcome, equal};

use super::exercise::{HeadError, read_head};

#[path = "ex02b_trouble.rs"]
mod trouble;
pub use trouble::*;

const HEAD: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/// A client that answers each read with the last of these.
struct Answers(Vec<Result<&'static str, ErrorKind>>);

impl Read for Answers {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = self.0.pop().unwrap_or(Ok("")).map_err(trouble)?;
        piece.as_bytes().read(buffer)
    }
}

/// An error of a read, with words of its own: it is more than its kind.
fn trouble(kind: ErrorKind) -> io::Error {
    io::Error::new(kind, "so says the system")
}

/// What came, in words.
fn summary(came: Result<Vec<u8>, HeadError>) -> String {
    match came {
        Ok(head) => format!("a head: {:?}", String::from_utf8_lossy(&head)),
        Err(HeadError::Io(error)) => format!("Io: {:?}, {error}", error.kind()),
        Err(error) => format!("{error:?}"),
    }
}

fn head() -> String {
    summary(Ok(HEAD.into()))
}

fn read(mut reader: impl BufRead, limit: usize) -> String {
    summary(read_head(&mut reader, limit))
}

pub fn what_comes_after_the_head_is_left_alone() -> Outcome {
    let digits = "0123456789".repeat(10);
    let lines = format!("a=1\r\n\r\n{digits}");
    let exact = "a head as long as the limit, with a body behind it";
    let below = "a head far below the limit, with a body that has a blank line";
    for (what, limit, body) in [(exact, HEAD.len(), &digits), (below, 8192, &lines)] {
        let sent = format!("{HEAD}{body}");
        let mut reader = BufReader::new(sent.as_bytes());
        let look = "Does the body count towards the limit of the head? And which blank line ends \
                    a head,\n  the first or the last?";
        equal(what, read(&mut reader, limit), head(), look)?;
        let look =
            "How many bytes are consumed: all you looked at, or as many as the head has left?";
        let what = format!("{what}: what the caller reads after it");
        let rest = io::read_to_string(reader).unwrap_or_default();
        equal(&what, rest.as_str(), body, look)?;
    }
    in_pieces_too(&digits)?;
    // Of the head itself, the others speak.
    let mut reader = BufReader::new(Answers(vec![Ok("a body"), Ok(HEAD)]));
    let is_second = read(&mut reader, 1000) == head() && reader.get_ref().0.is_empty();
    let what = "the head comes with the first read; is there a second one?";
    let look = "It waits for a client that may have nothing more to say. What follows is for the \
                caller to read.";
    equal(what, is_second, false, look)
}

/// Only a part of the last piece belongs to the head.
fn in_pieces_too(body: &str) -> Outcome {
    let sent = format!("{HEAD}{body}");
    for size in 1..=sent.len() {
        let mut reader = BufReader::with_capacity(size, sent.as_bytes());
        if read(&mut reader, 1000) != head() {
            continue; // of the head, another check speaks
        }
        let look = "How many bytes are consumed? `consume` counts from where the newest piece \
                    begins,\n  and not from the beginning of the head.";
        let what = format!("what the caller reads after a head that came in pieces of {size}");
        let rest = io::read_to_string(reader).unwrap_or_default();
        equal(&what, rest.as_str(), body, look)?;
    }
    Ok(())
}

pub fn a_blank_line_may_come_in_pieces() -> Outcome {
    for size in 1..=HEAD.len() {
        let came = read(BufReader::with_capacity(size, HEAD.as_bytes()), 1000);
        let what = format!("a head that comes in pieces of {size} bytes");
        let look = "Two bytes of the blank line may be in one piece, and two in the next. Where is \
                    it looked for?";
        equal(&what, came, head(), look)?;
    }
    Ok(())
}

/// The byte 0xff is in no text, and a NUL is in few.
pub fn a_head_need_not_be_text() -> Outcome {
    let text = "The result is a `Vec<u8>`: any byte may be in it. Is the head a `String` on its \
                way? `read_line`\n  reads nothing but text.";
    let nul = "It is a byte like any other. The end of the stream is an empty piece, and no byte \
               says it.";
    for (byte, what, look) in [
        (0xff, "a head with a byte in it that is no UTF-8", text),
        (0, "a head with a NUL in it", nul),
    ] {
        let mut sent = Vec::from(HEAD);
        sent.splice(4..4, [b'/', byte, b' ']);
        equal(what, read(sent.as_slice(), 1000), summary(Ok(sent)), look)?;
    }
    Ok(())
}

//! What a right answer to exercise 02b does.

#[path = "ex02b_client.rs"]
mod client;

#[path = "ex02b_ends.rs"]
mod ends;

#[path = "ex02b_trouble.rs"]
mod trouble;

use std::io::{BufReader, Read};
use std::time::Duration;

use trial::{Outcome, equal};

use super::exercise::read_head;
use client::{Answers, summary};
pub use ends::*;
pub use trouble::*;

const LIMIT: Duration = Duration::from_secs(3);

const HEAD: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

pub const STUCK: &str = "`read_head` does not return.\n  An empty slice from `fill_buf` is the end, and \
                     stays the end. And which errors are worth\n  another try?";

fn head() -> String {
    summary(Ok(HEAD.into()))
}

/// First the head fits the limit exactly, and the body is longer. Then there is room for both, and the
/// body has a blank line of its own.
pub fn what_comes_after_the_head_is_left_alone() -> Outcome {
    let digits = "0123456789".repeat(10);
    let body = format!("a=1\r\n\r\n{digits}");
    for (what, limit, body) in [
        (
            "a head as long as the limit, with a body behind it",
            HEAD.len(),
            &digits,
        ),
        (
            "a head far below the limit, with a body that has a blank line",
            8192,
            &body,
        ),
    ] {
        let sent = format!("{HEAD}{body}");
        let mut reader = BufReader::new(sent.as_bytes());
        let look = "Does the body count towards the limit of the head? And which blank line ends \
                    a head,\n  the first or the last?";
        let came = summary(read_head(&mut reader, limit));
        equal(what, came, head(), look)?;
        let mut rest = String::new();
        let _ = reader.read_to_string(&mut rest);
        let look =
            "How many bytes are consumed: all you looked at, or as many as the head has left?";
        let what = format!("{what}: what the caller reads after it");
        equal(&what, &rest, body, look)?;
    }
    in_pieces_too(&digits)?;
    nothing_more_is_asked_for()
}

/// Of the head itself, the others speak.
fn nothing_more_is_asked_for() -> Outcome {
    let mut reader = BufReader::new(Answers(vec![Ok("a body"), Ok(HEAD)]));
    let is_head = summary(read_head(&mut reader, 1000)) == head();
    equal(
        "the head comes with the first read; is there a second one?",
        is_head && reader.get_ref().0.is_empty(),
        false,
        "It waits for a client that may have nothing more to say. What follows is for the caller \
         to read.",
    )
}

/// Only a part of the last piece belongs to the head.
fn in_pieces_too(body: &str) -> Outcome {
    let sent = format!("{HEAD}{body}");
    for size in 1..=sent.len() {
        let mut reader = BufReader::with_capacity(size, sent.as_bytes());
        if summary(read_head(&mut reader, 1000)) != head() {
            continue; // of the head, another check speaks
        }
        let mut rest = String::new();
        let _ = reader.read_to_string(&mut rest);
        let look = "How many bytes are consumed? `consume` counts from where the newest piece \
                    begins,\n  and not from the beginning of the head.";
        let what = format!("what the caller reads after a head that came in pieces of {size}");
        equal(&what, rest.as_str(), body, look)?;
    }
    Ok(())
}

pub fn a_blank_line_may_come_in_pieces() -> Outcome {
    for size in 1..=HEAD.len() {
        let mut reader = BufReader::with_capacity(size, HEAD.as_bytes());
        equal(
            &format!("a head that comes in pieces of {size} bytes"),
            summary(read_head(&mut reader, 1000)),
            head(),
            "Two bytes of the blank line may be in one piece, and two in the next. Where is it \
             looked for?",
        )?;
    }
    Ok(())
}

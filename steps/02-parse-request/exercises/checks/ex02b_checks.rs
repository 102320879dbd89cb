//! What a right answer to exercise 02b does.

#[path = "ex02b_client.rs"]
mod client;

use std::io::{self, BufReader, ErrorKind, Read};
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::{HeadError, read_head};
use client::{Answers, summary};

const LIMIT: Duration = Duration::from_secs(5);

const HEAD: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

const STUCK: &str = "`read_head` does not return.\n  An empty slice from `fill_buf` is the end, and \
                     stays the end. And which errors are worth\n  another try?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "what_comes_after_the_head_is_left_alone",
        misconception: "what has been read belongs to whoever has read it",
        run: what_comes_after_the_head_is_left_alone,
    },
    Check {
        name: "a_blank_line_may_come_in_pieces",
        misconception: "what is sent together arrives together",
        run: a_blank_line_may_come_in_pieces,
    },
    Check {
        name: "a_client_without_end_is_too_long",
        misconception: "a limit can be looked at afterwards",
        run: a_client_without_end_is_too_long,
    },
    Check {
        name: "a_client_that_hangs_up_sent_no_head",
        misconception: "the end of the stream is the end of the head",
        run: a_client_that_hangs_up_sent_no_head,
    },
    Check {
        name: "only_an_interrupted_read_is_tried_again",
        misconception: "all errors are one",
        run: only_an_interrupted_read_is_tried_again,
    },
];

fn head() -> String {
    summary(Ok(HEAD.into()))
}

/// The head fits the limit exactly. The body comes in the same piece, and is longer than the limit.
fn what_comes_after_the_head_is_left_alone() -> Outcome {
    within(LIMIT, STUCK, || {
        let body = "0123456789".repeat(10);
        let sent = format!("{HEAD}{body}");
        let mut reader = BufReader::new(sent.as_bytes());
        equal(
            "a head as long as the limit, with a body behind it",
            summary(read_head(&mut reader, HEAD.len())),
            head(),
            "Does the body count towards the limit of the head?",
        )?;
        let mut rest = String::new();
        let _ = reader.read_to_string(&mut rest);
        equal(
            "what the caller reads after the head",
            rest,
            body,
            "How many bytes are consumed: as many as the buffer holds, or as the head has left?",
        )
    })?
}

fn a_blank_line_may_come_in_pieces() -> Outcome {
    within(LIMIT, STUCK, || {
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
    })?
}

fn a_client_without_end_is_too_long() -> Outcome {
    within(LIMIT, STUCK, || {
        let one_less = read_head(&mut HEAD.as_bytes(), HEAD.len() - 1);
        let mut reader = BufReader::with_capacity(100, io::repeat(b'a').take(1_000_000));
        let came = read_head(&mut reader, 1000);
        let taken = 1_000_000 - reader.get_ref().limit();
        ensure(taken <= 1100, || {
            format!(
                "The limit is 1000 bytes, and {taken} were taken from a client that sends no line \
                 end.\n  A limit that is looked at after each line is none. When may a line end \
                 be waited for?"
            )
        })?;
        for (what, came) in [
            ("a head that is one byte longer than the limit", one_less),
            ("a million bytes without a blank line", came),
        ] {
            equal(
                what,
                summary(came),
                summary(Err(HeadError::TooLong)),
                "Can you still tell the limit from the end of the stream?",
            )?;
        }
        Ok(())
    })?
}

fn a_client_that_hangs_up_sent_no_head() -> Outcome {
    within(LIMIT, STUCK, || {
        for sent in ["", "GET / HTTP/1.1\r\nHost: a\r\n"] {
            equal(
                &format!("a client sends {sent:?} and hangs up"),
                summary(read_head(&mut sent.as_bytes(), 1000)),
                summary(Err(HeadError::Closed)),
                "The last line may be missing, and nobody knows what was in it. What says that a \
                 head is whole?",
            )?;
        }
        Ok(())
    })?
}

fn only_an_interrupted_read_is_tried_again() -> Outcome {
    within(LIMIT, STUCK, || {
        let [signal, reset] = [ErrorKind::Interrupted, ErrorKind::ConnectionReset].map(Err);
        let [line, host] = ["GET / HTTP/1.1\r\n", "Host: a\r\n\r\n"].map(Ok);
        let look = "An interrupted read has read nothing and may be asked again. Of all other \
                    errors the caller must hear.";
        let mut reader = BufReader::new(Answers(vec![host, signal, line, signal]));
        let came = summary(read_head(&mut reader, 1000));
        equal("a signal interrupts each read", came, head(), look)?;

        let mut reader = BufReader::new(Answers(vec![host, reset, line]));
        let came = summary(read_head(&mut reader, 1000));
        let expected = summary(Err(HeadError::Io(ErrorKind::ConnectionReset.into())));
        equal("the connection is reset", came, expected, look)
    })?
}

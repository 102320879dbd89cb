//! What a right answer to exercise 04b does.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, equal};

#[path = "ex04b_client.rs"]
mod client;
use client::Client;
use client::Next::{Bytes, Fails};

#[path = "ex04b_trouble.rs"]
mod trouble;
pub use trouble::*;

pub const STUCK: &str = "It does not return. The client answers each read at once, or by a deadline that \
                     is near: what else does it wait for?";

/// More than what fits into the usual buffers.
const LONG: usize = 5_000;

/// More than anybody would take for a line.
const LONGER: usize = 100_000;

fn length(of: &str, mut client: Client, expected: usize, look: &str) -> Outcome {
    let what = format!("the length of {of}");
    equal(&what, client.read(), Ok(expected), look)
}

pub fn a_line_is_found_wherever_it_is_cut() -> Outcome {
    let look = "Its CR LF may come in two pieces. Where do you look for it?";
    let line = "a line of 16 bytes that comes in one piece";
    let whole = Client::sends(&[Bytes(b"GET / HTTP/1.1\r\n")]);
    length(line, whole, 16, look)?;
    let line = "a line of 16 bytes that comes in three pieces";
    let cut = [Bytes(b"GET /"), Bytes(b" HTTP/1.1\r"), Bytes(b"\n")];
    length(line, Client::sends(&cut), 16, look)?;
    let look = "A line ends at the first CR that has a LF right behind it, and nowhere else.";
    for (sent, expected) in [
        (&b"a\r\nb\r\n"[..], 3),
        (b"a\nb\rc\r\nd", 7),
        (b"a\r\r\n", 4),
        (b"\r\n", 2),
    ] {
        let line = format!("the first line in \"{}\"", sent.escape_ascii());
        length(&line, Client::sends(&[Bytes(sent)]), expected, look)?;
    }
    let line = r#"the line "caf\xe9 \xff\r\n""#;
    let look = "These bytes are no text, and a client may send any. Count and look for bytes.";
    let bytes = Client::sends(&[Bytes(b"caf\xe9 \xff\r\n")]);
    length(line, bytes, 8, look)?;
    what_has_come_before_counts()?;
    however_long()
}

fn what_has_come_before_counts() -> Outcome {
    let look = "Look before you read, and before you look at the clock: who waits for a client that \
                has said it all?";
    for (time, when) in [(60, "if no more will come"), (0, "if it is late")] {
        let deadline = Instant::now() + Duration::from_secs(time);
        let mut client = Client::sends(&[])
            .having(b"GET / HTTP/1.1\r\n")
            .until(deadline);
        let came = client.read();
        let what = "the length of a line of 16 bytes that has been received before";
        equal(&format!("{what}, {when}"), came, Ok(16), look)?;
        let what = "how often it reads, if a whole line has been received before";
        equal(what, client.reads, 0, look)?;
    }
    let line = "the line, when its CR was in `received` before, and the LF comes";
    let look = "The line began in an earlier call. Where do you look for its end?";
    let cut = Client::sends(&[Bytes(b"\n")]).having(b"GET /\r");
    length(line, cut, 7, look)
}

fn however_long() -> Outcome {
    let line = format!("a line of {} bytes", LONG + 2);
    let look = "Nothing was said of a longest line. What if it does not fit into your buffer?";
    let long = Client::sends(&[Bytes(&[b'a'; LONG]), Bytes(b"\r\n")]);
    length(&line, long, LONG + 2, look)?;
    let line = format!("the line, when {LONGER} bytes were in `received`, and CR LF comes");
    let look = "Nothing was said of a longest line, however many calls it comes in.";
    let longer = Client::sends(&[Bytes(b"\r\n")]).having(&vec![b'a'; LONGER]);
    length(&line, longer, LONGER + 2, look)
}

pub fn one_deadline_for_all_reads() -> Outcome {
    let interrupted = Fails(ErrorKind::Interrupted);
    for (next, does) in [
        (Bytes(b"a"), "The client sends a byte each millisecond."),
        (interrupted, "Each read is interrupted after a millisecond."),
    ] {
        let mut client = Client::without_end(next, Duration::from_millis(50));
        let _ = client.read();
        let look = format!("{does} How much is left before each read?");
        let what = "a read that may wait beyond the deadline";
        equal(what, client.too_long, None, &look)?;
    }
    Ok(())
}

pub fn an_end_is_no_pause() -> Outcome {
    let interrupted = Fails(ErrorKind::Interrupted);
    let pieces = [&[Bytes(b"GET")][..], &[interrupted; 100], &[Bytes(b" /")]].concat();
    let mut client = Client::sends(&pieces);
    let what = "the error, if a client sends `GET`, is interrupted a hundred times, sends ` /`, and closes";
    let look = "A read of 0 bytes says that nothing more will come. An interruption says nothing.";
    equal(what, client.read(), Err(ErrorKind::UnexpectedEof), look)?;
    let look = "What came before the end?";
    equal("`received`", client.received(), "GET /".to_string(), look)?;
    let came = Client::sends(&[]).read();
    let what = "the error, if a client closes, and has sent nothing at all";
    let look = "There is no line, and none will come. What is said of that in `# Errors`?";
    equal(what, came, Err(ErrorKind::UnexpectedEof), look)
}

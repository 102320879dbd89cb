//! What a right answer to exercise 04b does.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, equal, within};

#[path = "ex04b_client.rs"]
mod client;
use client::Client;
use client::Next::{Bytes, Fails};

#[path = "ex04b_lines.rs"]
mod lines;
pub use lines::*;

#[path = "ex04b_reading.rs"]
mod reading;
pub use reading::STUCK;
use reading::{later, read, text};

#[path = "ex04b_trouble.rs"]
mod trouble;
pub use trouble::*;

pub fn one_deadline_for_all_reads() -> Outcome {
    let interrupted = Fails(ErrorKind::Interrupted);
    for (next, does) in [
        (Bytes(b"a"), "The client sends a byte each millisecond."),
        (interrupted, "Each read is interrupted after a millisecond."),
    ] {
        let deadline = Instant::now() + Duration::from_millis(50);
        let mut client = Client::without_end(next, deadline);
        let _ = read(&mut client, deadline, &mut Vec::new());
        equal(
            "a read that may wait beyond the deadline",
            client.too_long,
            None,
            &format!("{does} How much is left before each read?"),
        )?;
    }
    Ok(())
}

pub fn an_end_is_no_pause() -> Outcome {
    let interrupted = Fails(ErrorKind::Interrupted);
    let pieces = [&[Bytes(b"GET")][..], &[interrupted; 100], &[Bytes(b" /")]].concat();
    let mut client = Client::sends(&pieces);
    let mut received = Vec::new();
    let came = read(&mut client, later(), &mut received);
    equal(
        "the error, if a client sends `GET`, is interrupted a hundred times, sends ` /`, and closes",
        came,
        Err(ErrorKind::UnexpectedEof),
        "A read of 0 bytes says that nothing will come any more. An interruption says nothing.",
    )?;
    let look = "What came before the end?";
    equal("`received`", text(&received), "GET /".to_string(), look)?;
    equal(
        "the error, if a client closes, and has sent nothing at all",
        read(&mut Client::sends(&[]), later(), &mut Vec::new()),
        Err(ErrorKind::UnexpectedEof),
        "There is no line, and none will come. What is said of that in `# Errors`?",
    )
}

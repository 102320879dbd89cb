//! What a right answer to exercise 04b does.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Check, Outcome, equal, within};

#[path = "ex04b_client.rs"]
mod client;
use client::Client;
use client::Next::{Bytes, Fails};

#[path = "ex04b_lines.rs"]
mod lines;
use lines::a_line_is_found_wherever_it_is_cut;

#[path = "ex04b_reading.rs"]
mod reading;
use reading::{LIMIT, STUCK, later, read, text};

#[path = "ex04b_trouble.rs"]
mod trouble;
use trouble::{lateness_has_one_name, what_has_come_is_not_lost};

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_line_is_found_wherever_it_is_cut",
        misconception: "what is looked for comes in one piece",
        run: || within(LIMIT, STUCK, a_line_is_found_wherever_it_is_cut)?,
    },
    Check {
        name: "one_deadline_for_all_reads",
        misconception: "a limit for each read is a limit for all",
        run: || within(LIMIT, STUCK, one_deadline_for_all_reads)?,
    },
    Check {
        name: "what_has_come_is_not_lost",
        misconception: "whoever returns an error has nothing to hand over",
        run: || within(LIMIT, STUCK, what_has_come_is_not_lost)?,
    },
    Check {
        name: "lateness_has_one_name",
        misconception: "a timeout is always TimedOut",
        run: || within(LIMIT, STUCK, lateness_has_one_name)?,
    },
    Check {
        name: "an_end_is_no_pause",
        misconception: "a read of 0 bytes means: nothing yet",
        run: || within(LIMIT, STUCK, an_end_is_no_pause)?,
    },
];

fn one_deadline_for_all_reads() -> Outcome {
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

fn an_end_is_no_pause() -> Outcome {
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

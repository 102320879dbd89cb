//! What a right answer to exercise 04b does.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Check, Outcome, equal};

#[path = "ex04b_client.rs"]
mod client;
use client::Client;
use client::Next::{Fails, Text};

#[path = "ex04b_lines.rs"]
mod lines;
use lines::a_line_is_found_wherever_it_is_cut;

#[path = "ex04b_reading.rs"]
mod reading;
use reading::{bounded, later, read, text};

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_line_is_found_wherever_it_is_cut",
        misconception: "what is looked for comes in one piece",
        run: || bounded(a_line_is_found_wherever_it_is_cut),
    },
    Check {
        name: "one_deadline_for_all_reads",
        misconception: "a limit for each read is a limit for all",
        run: || bounded(one_deadline_for_all_reads),
    },
    Check {
        name: "what_has_come_is_not_lost",
        misconception: "whoever returns an error has nothing to hand over",
        run: || bounded(what_has_come_is_not_lost),
    },
    Check {
        name: "lateness_has_one_name",
        misconception: "a timeout is always TimedOut",
        run: || bounded(lateness_has_one_name),
    },
    Check {
        name: "an_end_is_no_pause",
        misconception: "a read of 0 bytes means: nothing yet",
        run: || bounded(an_end_is_no_pause),
    },
];

fn one_deadline_for_all_reads() -> Outcome {
    let deadline = Instant::now() + Duration::from_millis(50);
    let mut client = Client::drips(deadline);
    let _ = read(&mut client, deadline, &mut Vec::new());
    equal(
        "a read that may wait beyond the deadline",
        client.too_long,
        None,
        "The client sends a byte each millisecond. How much is left before each read?",
    )
}

fn what_has_come_is_not_lost() -> Outcome {
    for name in [ErrorKind::TimedOut, ErrorKind::WouldBlock] {
        is_not_lost(name)?;
    }
    Ok(())
}

fn is_not_lost(name: ErrorKind) -> Outcome {
    let mut received = Vec::new();
    let mut client = Client::sends(&[Text("GET /"), Fails(name), Text(" HTTP/1.1\r\nHost: x")]);
    let _ = read(&mut client, later(), &mut received);
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

fn lateness_has_one_name() -> Outcome {
    for name in [ErrorKind::TimedOut, ErrorKind::WouldBlock] {
        let mut client = Client::sends(&[Fails(name)]);
        let came = read(&mut client, later(), &mut Vec::new());
        let what = format!("the error, if a read is over in time with {name:?}");
        let look = "Unix and Windows have two names for this. The caller wants one.";
        equal(&what, came, Err(ErrorKind::TimedOut), look)?;
    }
    let mut client = Client::sends(&[Fails(ErrorKind::ConnectionReset)]);
    let came = read(&mut client, later(), &mut Vec::new());
    let look = "That is not lateness: the client has gone. Which errors are?";
    let what = "the error, if a read fails with ConnectionReset";
    equal(what, came, Err(ErrorKind::ConnectionReset), look)?;
    let mut client = Client::sends(&[Text("GET / HTTP/1.1\r\n")]);
    let came = read(&mut client, Instant::now(), &mut Vec::new());
    equal(
        "the error, if the deadline is over before the first read",
        came,
        Err(ErrorKind::TimedOut),
        "What is left is zero, and zero is no timeout. Who asks before `set_timeout` complains?",
    )
}

fn an_end_is_no_pause() -> Outcome {
    let interrupted = Fails(ErrorKind::Interrupted);
    let mut client = Client::sends(&[Text("GET"), interrupted, Text(" /")]);
    let mut received = Vec::new();
    let came = read(&mut client, later(), &mut received);
    equal(
        "the error, if a client sends `GET`, is interrupted, sends ` /`, and closes",
        came,
        Err(ErrorKind::UnexpectedEof),
        "A read of 0 bytes says that nothing will come any more. An interruption says nothing.",
    )?;
    let look = "What came before the end?";
    equal("`received`", text(&received), "GET /".to_string(), look)
}

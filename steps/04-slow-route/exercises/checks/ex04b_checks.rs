//! What a right answer to exercise 04b does.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Check, Outcome, equal};

use super::exercise::read_line;

#[path = "ex04b_client.rs"]
mod client;
use client::Client;
use client::Next::{Fails, Text};

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_line_is_found_wherever_it_is_cut",
        misconception: "what is looked for comes in one piece",
        run: a_line_is_found_wherever_it_is_cut,
    },
    Check {
        name: "one_deadline_for_all_reads",
        misconception: "a limit for each read is a limit for all",
        run: one_deadline_for_all_reads,
    },
    Check {
        name: "what_has_come_is_not_lost",
        misconception: "whoever returns an error has nothing to hand over",
        run: what_has_come_is_not_lost,
    },
    Check {
        name: "lateness_has_one_name",
        misconception: "a timeout is always TimedOut",
        run: lateness_has_one_name,
    },
    Check {
        name: "an_end_is_no_pause",
        misconception: "a read of 0 bytes means: nothing yet",
        run: an_end_is_no_pause,
    },
];

type Came = Result<usize, ErrorKind>;

/// Further away than any check takes.
fn later() -> Instant {
    Instant::now() + Duration::from_secs(60)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What has come of `read_line`, in a form that can be compared.
fn read(client: &mut Client, deadline: Instant, received: &mut Vec<u8>) -> Came {
    read_line(client, deadline, received).map_err(|error| error.kind())
}

fn a_line_is_found_wherever_it_is_cut() -> Outcome {
    let whole = [Text("GET / HTTP/1.1\r\n")];
    let cut = [Text("GET /"), Text(" HTTP/1.1\r"), Text("\n")];
    let look = "Its CR LF may come in two pieces. Where do you look for it?";
    for (pieces, what) in [(&whole[..], "in one piece"), (&cut[..], "in three pieces")] {
        let mut received = Vec::new();
        let length = read(&mut Client::sends(pieces), later(), &mut received);
        let what = format!("the length of a line of 16 bytes that comes {what}");
        equal(&what, length, Ok(16), look)?;
    }
    let mut received = b"GET / HTTP/1.1\r\n".to_vec();
    let length = read(&mut Client::sends(&[]), later(), &mut received);
    equal(
        "the length of a line of 16 bytes that has been received before, if no more will come",
        length,
        Ok(16),
        "Look before you read: who waits for a client that has said it all?",
    )
}

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
    let mut received = Vec::new();
    let mut client = Client::sends(&[
        Text("GET /"),
        Fails(ErrorKind::TimedOut),
        Text(" HTTP/1.1\r\nHost: x"),
    ]);
    let _ = read(&mut client, later(), &mut received);
    equal(
        "`received`, when the time was over in the middle of a line",
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

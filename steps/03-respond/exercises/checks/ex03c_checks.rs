//! What a right answer to exercise 03c does.

use std::io::ErrorKind;
use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::{Cut, send};

#[path = "ex03c_client.rs"]
mod client;
use client::{WORDS, client};

const TEXT: &[u8] = b"HTTP/1.1 200 OK";

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str = "It does not return. Does each turn of your loop make progress, or end?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "every_byte_leaves_once",
        misconception: "one write takes all bytes",
        run: || bounded(every_byte_leaves_once),
    },
    Check {
        name: "an_interruption_is_no_end",
        misconception: "every error of a write is the end",
        run: || bounded(an_interruption_is_no_end),
    },
    Check {
        name: "a_write_that_takes_nothing_is_the_end",
        misconception: "a write that is no error makes progress",
        run: || bounded(a_write_that_takes_nothing_is_the_end),
    },
    Check {
        name: "an_error_is_the_end",
        misconception: "WouldBlock means: try again at once",
        run: || bounded(an_error_is_the_end),
    },
    Check {
        name: "it_is_known_how_much_has_left",
        misconception: "a write that failed has written nothing",
        run: || bounded(it_is_known_how_much_has_left),
    },
];

fn bounded(check: fn() -> Outcome) -> Outcome {
    within(LIMIT, STUCK, check)?
}

fn no_cut(result: Result<(), Cut>, when: &str) -> Outcome {
    result.map_err(|cut| format!("{when}, and `send` gives up: {cut:?}"))
}

fn every_byte_leaves_once() -> Outcome {
    for answers in [vec![Ok(100)], vec![Ok(4)], vec![Ok(1), Ok(7), Ok(2)]] {
        let mut client = client(&answers);
        let result = send(&mut client, TEXT);
        let came = String::from_utf8_lossy(&client.received).into_owned();
        equal(
            &format!("what arrives, if the writes take this much: {answers:?}"),
            came,
            String::from_utf8_lossy(TEXT).into_owned(),
            "`write` says how much it took. What is left then, and who writes it?",
        )?;
        no_cut(result, "Everything arrives")?;
    }
    let mut client = client(&[Ok(0)]);
    no_cut(send(&mut client, b""), "There is nothing to write")
}

fn an_interruption_is_no_end() -> Outcome {
    for before in [&[][..], &[Ok(4)]] {
        let mut steady = client(&[before, &[Ok(100)]].concat());
        let _ = send(&mut steady, TEXT); // whether this is right, another check says
        let interrupted = [Err(ErrorKind::Interrupted); 20];
        let mut client = client(&[before, &interrupted, &[Ok(100)]].concat());
        no_cut(
            send(&mut client, TEXT),
            "A write is interrupted, which says nothing about the client: the next would work, or the \
             one after it",
        )?;
        let arrives = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        equal(
            "what arrives in spite of interruptions",
            arrives(&client.received),
            arrives(&steady.received),
            "Which bytes does the write after an interruption get?",
        )?;
    }
    Ok(())
}

fn a_write_that_takes_nothing_is_the_end() -> Outcome {
    let mut client = client(&[Ok(0)]);
    let kind = send(&mut client, TEXT).map_err(|cut| cut.error.kind());
    equal(
        "what `send` says if each write takes 0 bytes",
        kind,
        Err(ErrorKind::WriteZero),
        "`Ok(0)` is no error, and no progress. Nobody knows that it ever will be.",
    )
}

fn an_error_is_the_end() -> Outcome {
    let timeouts = [ErrorKind::WouldBlock, ErrorKind::TimedOut];
    for error in [ErrorKind::ConnectionReset].into_iter().chain(timeouts) {
        let mut client = client(&[Err(error)]);
        let cut = send(&mut client, TEXT).map_err(|cut| cut.error);
        let said = cut.map_err(|error| (error.kind(), error.to_string()));
        let what = format!("what `send` says if a write fails with {error:?}");
        let look = "It is for the caller to decide. Does it get the error itself, with its words?";
        equal(&what, said, Err((error, WORDS.to_string())), look)?;
        ensure(client.calls == 1, || {
            format!(
                "After {error:?} it writes again.\n  Only an interruption is to be tried again. This \
                 is an end: `WouldBlock` (Unix) and `TimedOut` say that a timeout is over."
            )
        })?;
    }
    Ok(())
}

fn it_is_known_how_much_has_left() -> Outcome {
    let gone = Err(ErrorKind::ConnectionReset);
    for answers in [
        vec![gone],
        vec![Ok(5), Ok(2), gone],
        vec![Ok(4), Ok(0), gone],
    ] {
        let mut client = client(&answers);
        let Err(cut) = send(&mut client, TEXT) else {
            continue; // whoever sees no error here is told so by another check
        };
        equal(
            &format!("`written`, if the writes end so: {answers:?}"),
            cut.written,
            client.received.len(),
            "What was taken before the end is on its way. Who counts it, over all writes?",
        )?;
    }
    Ok(())
}

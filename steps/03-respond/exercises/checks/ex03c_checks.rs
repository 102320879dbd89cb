//! What a right answer to exercise 03c does.

use std::io::ErrorKind::{self, BrokenPipe, ConnectionReset, Other, TimedOut, WouldBlock};

use trial::{Outcome, ensure, equal};

use super::exercise::send;

#[path = "ex03c_client.rs"]
mod client;
use client::{WORDS, client};

const TEXT: &str = "HTTP/1.1 200 OK";

pub fn every_byte_leaves_once() -> Outcome {
    let page = "0123456789".repeat(10);
    for (text, answers) in [
        (TEXT, &[Ok(100)][..]),
        (TEXT, &[Ok(4)]),
        (TEXT, &[Ok(1), Ok(7), Ok(2)]),
        (&page, &[Ok(1)]),
    ] {
        let mut client = client(&[answers]);
        let result = send(&mut client, text.as_bytes());
        let what = format!("what arrives, if the writes take this much: {answers:?}");
        let look = "`write` says how much it took. What is left then, and who writes it?";
        equal(&what, client.received.as_str(), text, look)?;
        let look =
            "`send` writes, and asks nothing else of it. When to flush is for the caller to say.";
        equal("how often the client is flushed", client.flushes, 0, look)?;
        result.map_err(|cut| format!("Everything arrives, and `send` gives up: {cut:?}"))?;
    }
    it_ends_with_the_last_byte()
}

/// Nothing is written when nothing is left, and nobody asks for a `flush`.
fn it_ends_with_the_last_byte() -> Outcome {
    for (text, most) in [(TEXT, 100), (TEXT, 4), ("", 100)] {
        let mut client = client(&[&[Ok(most)]]);
        client.wants = Some(text.len());
        send(&mut client, text.as_bytes()).map_err(|cut| {
            format!(
                "All {} bytes have left, and the client is gone. `send` asks something more of it:\n  \
                 {cut:?}\n  After the last byte there is nothing to ask. Who knows which is the \
                 last one?",
                text.len()
            )
        })?;
    }
    Ok(())
}

pub fn an_interruption_is_no_end() -> Outcome {
    for before in [&[][..], &[Ok(4)]] {
        let mut steady = client(&[before, &[Ok(100)]]);
        let _ = send(&mut steady, TEXT.as_bytes()); // whether this is right, another check says
        let mut client = client(&[before, &[Err(ErrorKind::Interrupted); 20], &[Ok(100)]]);
        send(&mut client, TEXT.as_bytes()).map_err(|cut| {
            format!(
                "A write is interrupted, which says nothing about the client: the next would work, \
                 or the one after it, and `send` gives up: {cut:?}"
            )
        })?;
        let what = "what arrives in spite of interruptions";
        let look = "Which bytes does the write after an interruption get?";
        equal(what, client.received, steady.received, look)?;
    }
    Ok(())
}

pub fn a_write_that_takes_nothing_is_the_end() -> Outcome {
    for before in [&[][..], &[Ok(4)]] {
        let mut client = client(&[before, &[Ok(0)]]);
        let kind = send(&mut client, TEXT.as_bytes()).map_err(|cut| cut.error.kind());
        if client.calls <= before.len() {
            continue; // of whoever writes once, another check speaks
        }
        let look = "`Ok(0)` is no error, and no progress. Nobody knows that it ever will be.";
        let what = "what `send` says if a write takes 0 bytes";
        equal(what, kind, Err(ErrorKind::WriteZero), look)?;
        let what = "how many writes there are after one that takes 0 bytes";
        equal(what, client.calls - before.len() - 1, 0, look)?;
    }
    Ok(())
}

pub fn an_error_is_the_end() -> Outcome {
    for error in [ConnectionReset, WouldBlock, TimedOut, BrokenPipe, Other] {
        for before in [&[][..], &[Ok(4)]] {
            let mut client = client(&[before, &[Err(error)]]);
            let cut = send(&mut client, TEXT.as_bytes()).map_err(|cut| cut.error);
            if client.calls <= before.len() {
                continue; // of whoever writes once, another check speaks
            }
            let said = cut.map_err(|error| (error.kind(), error.to_string()));
            let what =
                format!("what `send` says if a write fails with {error:?}, after {before:?}");
            let look =
                "It is for the caller to decide. Does it get the error itself, with its words?";
            equal(&what, said, Err((error, WORDS.to_string())), look)?;
            let why = format!(
                "After {error:?} it writes again.\n  Only an interruption is to be tried again. \
                 This is an end: `WouldBlock` (Unix) and `TimedOut` say that a timeout is over."
            );
            ensure(client.calls == before.len() + 1, || why)?;
        }
    }
    Ok(())
}

pub fn it_is_known_how_much_has_left() -> Outcome {
    let signal = Err(ErrorKind::Interrupted);
    for before in [
        &[][..],
        &[Ok(5), Ok(2)],
        &[Ok(4), Ok(0)],
        &[Ok(5), signal, Ok(2)],
        &[Ok(5), signal, Ok(0)],
    ] {
        let answers = [before, &[Err(ConnectionReset)]];
        let mut client = client(&answers);
        let Err(cut) = send(&mut client, TEXT.as_bytes()) else {
            continue; // whoever sees no error here is told so by another check
        };
        if !TEXT.starts_with(&client.received) {
            break; // which bytes come after an interruption, another check says
        }
        let what = format!("`written`, if the writes end so: {:?}", answers.concat());
        let look = "What was taken before the end is on its way. Who counts it, over all writes?\n  Also \
                    those before an interruption: it takes nothing back.";
        equal(&what, cut.written, client.received.len(), look)?;
    }
    Ok(())
}

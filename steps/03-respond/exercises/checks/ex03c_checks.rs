//! What a right answer to exercise 03c does.

use std::io::ErrorKind;

use trial::{Outcome, equal};

use super::exercise::{Cut, send};

#[path = "ex03c_client.rs"]
mod client;
use client::{Client, client, client_that_wants};

#[path = "ex03c_ends.rs"]
mod ends;
pub use ends::*;

const TEXT: &[u8] = b"HTTP/1.1 200 OK";

fn no_cut(result: Result<(), Cut>, when: &str) -> Outcome {
    result.map_err(|cut| format!("{when}, and `send` gives up: {cut:?}"))
}

fn arrives(client: &Client) -> String {
    String::from_utf8_lossy(&client.received).into_owned()
}

pub fn every_byte_leaves_once() -> Outcome {
    let page = "0123456789".repeat(10);
    let text = String::from_utf8_lossy(TEXT);
    for (text, answers) in [
        (&*text, vec![Ok(100)]),
        (&text, vec![Ok(4)]),
        (&text, vec![Ok(1), Ok(7), Ok(2)]),
        (&page, vec![Ok(1)]),
    ] {
        let mut client = client(&answers);
        let result = send(&mut client, text.as_bytes());
        equal(
            &format!("what arrives, if the writes take this much: {answers:?}"),
            arrives(&client).as_str(),
            text,
            "`write` says how much it took. What is left then, and who writes it?",
        )?;
        no_cut(result, "Everything arrives")?;
        let look =
            "`send` writes, and asks nothing else of it. When to flush is for the caller to say.";
        equal("how often the client is flushed", client.flushes, 0, look)?;
    }
    it_ends_with_the_last_byte()
}

/// Nothing is written when nothing is left, and nobody asks for a `flush`.
fn it_ends_with_the_last_byte() -> Outcome {
    for (bytes, most) in [(TEXT, 100), (TEXT, 4), (b"", 100)] {
        let mut client = client_that_wants(bytes.len(), &[Ok(most)]);
        send(&mut client, bytes).map_err(|cut| {
            format!(
                "All {} bytes have left, and the client is gone. `send` asks something more of it:\n  \
                 {cut:?}\n  After the last byte there is nothing to ask. Who knows which is the \
                 last one?",
                bytes.len()
            )
        })?;
    }
    Ok(())
}

pub fn an_interruption_is_no_end() -> Outcome {
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
        equal(
            "what arrives in spite of interruptions",
            arrives(&client),
            arrives(&steady),
            "Which bytes does the write after an interruption get?",
        )?;
    }
    Ok(())
}

pub fn a_write_that_takes_nothing_is_the_end() -> Outcome {
    for before in [&[][..], &[Ok(4)]] {
        let mut client = client(&[before, &[Ok(0)]].concat());
        let kind = send(&mut client, TEXT).map_err(|cut| cut.error.kind());
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

//! What a right answer to exercise 03c does.

use std::io::{self, ErrorKind, Write};

use trial::{Check, Outcome, ensure, equal};

use super::exercise::{Cut, send};

const TEXT: &[u8] = b"HTTP/1.1 200 OK";

/// More calls than any answer needs.
const MANY: usize = 1_000;

pub const CHECKS: &[Check] = &[
    Check {
        name: "every_byte_leaves_once",
        misconception: "one write takes all bytes",
        run: every_byte_leaves_once,
    },
    Check {
        name: "an_interruption_is_no_end",
        misconception: "every error of a write is the end",
        run: an_interruption_is_no_end,
    },
    Check {
        name: "a_write_that_takes_nothing_is_the_end",
        misconception: "a write that is no error makes progress",
        run: a_write_that_takes_nothing_is_the_end,
    },
    Check {
        name: "an_error_is_the_end",
        misconception: "WouldBlock means: try again at once",
        run: an_error_is_the_end,
    },
    Check {
        name: "it_is_known_how_much_has_left",
        misconception: "a write that failed has written nothing",
        run: it_is_known_how_much_has_left,
    },
];

/// Answers each write with the next answer, and for ever with the last.
struct Client {
    answers: Vec<Result<usize, ErrorKind>>,
    calls: usize,
    received: Vec<u8>,
}

impl Write for &mut Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(self.calls < MANY, "it writes again and again, {MANY} times");
        let answer = self.answers.get(self.calls).or(self.answers.last());
        self.calls += 1;
        let most = answer.copied().unwrap_or(Ok(0))?;
        let taken = bytes.iter().take(most);
        self.received.extend(taken.clone());
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn client(answers: &[Result<usize, ErrorKind>]) -> Client {
    Client {
        answers: answers.to_vec(),
        calls: 0,
        received: Vec::new(),
    }
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
    let interrupted = Err(ErrorKind::Interrupted);
    let mut client = client(&[interrupted, interrupted, Ok(100)]);
    let result = send(&mut client, TEXT);
    no_cut(
        result,
        "A write is interrupted, which says nothing about the client: the next would work",
    )?;
    let came = String::from_utf8_lossy(&client.received).into_owned();
    let expected = String::from_utf8_lossy(TEXT).into_owned();
    let look = "Which bytes does the write after an interruption get?";
    equal("what arrives", came, expected, look)
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
    for error in [ErrorKind::ConnectionReset, ErrorKind::WouldBlock] {
        let mut client = client(&[Err(error)]);
        let kind = send(&mut client, TEXT).map_err(|cut| cut.error.kind());
        let what = format!("what `send` says if a write fails with {error:?}");
        equal(&what, kind, Err(error), "It is for the caller to decide.")?;
        ensure(client.calls == 1, || {
            format!(
                "After {error:?} it writes again.\n  Only an interruption is to be tried again. On \
                 Unix `WouldBlock` is a timeout that is over."
            )
        })?;
    }
    Ok(())
}

fn it_is_known_how_much_has_left() -> Outcome {
    let gone = Err(ErrorKind::ConnectionReset);
    for (answers, expected) in [(vec![gone], 0), (vec![Ok(5), Ok(2), gone], 7)] {
        let mut client = client(&answers);
        let Err(cut) = send(&mut client, TEXT) else {
            continue; // whoever sees no error here is told so by another check
        };
        equal(
            &format!("`written`, if the writes end so: {answers:?}"),
            cut.written,
            expected,
            "What was taken before the error is on its way. Who counts it, over all writes?",
        )?;
    }
    Ok(())
}

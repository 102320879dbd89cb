//! How a sending ends before all has left. Two of the checks of exercise 03c.

use std::io::ErrorKind;

use trial::{Outcome, ensure, equal};

use super::super::exercise::send;
use super::TEXT;
use super::client::{WORDS, client};

pub fn an_error_is_the_end() -> Outcome {
    use ErrorKind::{BrokenPipe, ConnectionReset, Other, TimedOut, WouldBlock};
    for error in [ConnectionReset, WouldBlock, TimedOut, BrokenPipe, Other] {
        for before in [&[][..], &[Ok(4)]] {
            is_the_end(error, before)?;
        }
    }
    Ok(())
}

fn is_the_end(error: ErrorKind, before: &[Result<usize, ErrorKind>]) -> Outcome {
    let mut client = client(&[before, &[Err(error)]].concat());
    let cut = send(&mut client, TEXT).map_err(|cut| cut.error);
    if client.calls <= before.len() {
        return Ok(()); // of whoever writes once, another check speaks
    }
    let said = cut.map_err(|error| (error.kind(), error.to_string()));
    let what = format!("what `send` says if a write fails with {error:?}, after {before:?}");
    let look = "It is for the caller to decide. Does it get the error itself, with its words?";
    equal(&what, said, Err((error, WORDS.to_string())), look)?;
    ensure(client.calls == before.len() + 1, || {
        format!(
            "After {error:?} it writes again.\n  Only an interruption is to be tried again. This is an \
             end: `WouldBlock` (Unix) and `TimedOut` say that a timeout is over."
        )
    })
}

pub fn it_is_known_how_much_has_left() -> Outcome {
    let gone = Err(ErrorKind::ConnectionReset);
    let signal = Err(ErrorKind::Interrupted);
    for answers in [
        vec![gone],
        vec![Ok(5), Ok(2), gone],
        vec![Ok(4), Ok(0), gone],
        vec![Ok(5), signal, Ok(2), gone],
        vec![Ok(5), signal, Ok(0), gone],
    ] {
        let mut client = client(&answers);
        let Err(cut) = send(&mut client, TEXT) else {
            continue; // whoever sees no error here is told so by another check
        };
        if !TEXT.starts_with(&client.received) {
            break; // which bytes come after an interruption, another check says
        }
        equal(
            &format!("`written`, if the writes end so: {answers:?}"),
            cut.written,
            client.received.len(),
            "What was taken before the end is on its way. Who counts it, over all writes?\n  Also \
             those before an interruption: it takes nothing back.",
        )?;
    }
    Ok(())
}

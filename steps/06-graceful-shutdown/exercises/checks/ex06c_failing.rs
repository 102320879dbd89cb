//! Streams that fail, for the checks of exercise 06c.

use std::io::ErrorKind;

use trial::{Outcome, ensure};

use super::client::Client;
use super::{get, refusal};

/// Of a client that takes so many bytes with each write.
fn slow(sent: &str, takes: usize) -> Client {
    let client = Client::new(&[sent]);
    client.state.borrow_mut().takes = takes;
    client
}

pub fn a_stream_may_fail() -> Outcome {
    let what = "the reply, if the stream takes three bytes with each `write`";
    let look = "`write` says how many bytes it has taken. Who sends the others?";
    slow(&get("/slow"), 3).gets("/slow()", what, look)?;
    slow("no request\r\n\r\n", 3).gets(&refusal(), what, look)?;
    let what = "the reply, if a signal has interrupted the first `read`";
    let look = "`Interrupted` says: nothing has come yet, and nothing is lost. What is to be done?";
    let mut called = Client::new(&[]);
    called.fail(ErrorKind::Interrupted);
    called.say(get("/1"));
    called.gets("/1()", what, look)?;
    what_is_broken_is_closed()
}

fn what_is_broken_is_closed() -> Outcome {
    for error in [
        ErrorKind::ConnectionReset,
        ErrorKind::ConnectionAborted,
        ErrorKind::TimedOut,
        ErrorKind::UnexpectedEof,
        ErrorKind::Other,
    ] {
        let mut client = Client::new(&["GET /2 HT"]);
        client.fail(error);
        client.attended();
        let why = format!(
            "`read` fails with {error:?}, and the connection is kept.\n  Which error says \"not \
             yet\", and what do the others say?"
        );
        ensure(client.is_closed(), || why)?;
    }
    let mut broken = slow(&get("/3"), 0);
    broken.attended();
    let why = "The reply could not be written, and the connection is kept.\n  Who knows what the client \
               has of this reply, and where the next one begins for it?";
    ensure(broken.is_closed(), || why)?;
    let count = broken.state().in_vain;
    let why = format!(
        "The client reads nothing, and `serve` has tried to write {count} times.\n  Whatever error \
         `write` reports is the end here. Who else waits for this worker?"
    );
    ensure(count < 3, || why)
}

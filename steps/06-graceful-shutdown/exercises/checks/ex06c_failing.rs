//! Streams that fail, for the checks of exercise 06c.

use std::io::ErrorKind;

use trial::{Outcome, ensure, equal};

use super::super::exercise::BAD_REQUEST;
use super::help::{Client, Then, get};
use super::turns::attend;

/// What `read` says of a connection that will not come back.
const BROKEN: [ErrorKind; 5] = [
    ErrorKind::ConnectionReset,
    ErrorKind::ConnectionAborted,
    ErrorKind::TimedOut,
    ErrorKind::UnexpectedEof,
    ErrorKind::Other,
];

pub fn a_stream_may_fail() -> Outcome {
    let what = "the reply, if the stream takes three bytes with each `write`";
    let look = "`write` says how many bytes it has taken. Who sends the others?";
    let slow = Client::new(&[&get("/slow")], Then::Silence).takes(3);
    attend(slow.connection(), &slow);
    equal(what, slow.replies(), "/slow()".to_string(), look)?;
    let slow = Client::new(&["no request\r\n\r\n"], Then::Silence).takes(3);
    attend(slow.connection(), &slow);
    let expected = String::from_utf8_lossy(BAD_REQUEST).to_string();
    equal(what, slow.replies(), expected, look)?;
    let what = "the reply, if a signal has interrupted the first `read`";
    let look =
        "`Interrupted` says that nothing has come yet, and nothing is lost. What is to be done?";
    let called = Client::new(&[], Then::Silence);
    called.fail(ErrorKind::Interrupted);
    called.say(get("/1"));
    attend(called.connection(), &called);
    equal(what, called.replies(), "/1()".to_string(), look)?;
    what_is_broken_is_closed()
}

fn what_is_broken_is_closed() -> Outcome {
    for error in BROKEN {
        let client = Client::new(&["GET /2 HT"], Then::Silence);
        client.fail(error);
        let is_closed = attend(client.connection(), &client).is_none();
        ensure(is_closed, || {
            format!(
                "`read` fails with {error:?}, and the connection is kept.\n  Which error says \"not \
                 yet\", and what do the others say?"
            )
        })?;
    }
    let broken = Client::new(&[&get("/3")], Then::Silence).takes(0);
    let is_closed = attend(broken.connection(), &broken).is_none();
    ensure(is_closed, || {
        "The reply could not be written, and the connection is kept.\n  Who knows what the client \
         has of this reply, and where the next one begins for it?"
            .to_string()
    })?;
    let count = broken.in_vain();
    ensure(count < 3, || {
        format!(
            "The client reads nothing, and `serve` has tried to write {count} times.\n  Whatever error \
             `write` reports is the end here. Who else waits for this worker?"
        )
    })
}

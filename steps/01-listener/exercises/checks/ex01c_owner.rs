//! What the owner of the stream finds after a greeting. One of the checks of exercise 01c.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use trial::{Outcome, ensure, equal, within};

use super::super::exercise::greet;
use super::{LIMIT, STUCK, all_that_comes, pair};

const WAITS: &str = "The owner's stream does not wait (`set_nonblocking`). After `greet` it does.\n  A \
                     setting is the stream's, and stays when `greet` has returned. Whose stream is it?";

pub fn the_owner_goes_on_with_the_stream() -> Outcome {
    within(LIMIT, STUCK, || {
        settings_are_left_alone()?;
        let (mut stream, mut client) = pair()?;
        let _ = greet(&stream, "Ada");
        let sent = stream.write_all(b"How are you?").is_ok();
        let _ = client.write_all(b"Fine");
        let _ = client.shutdown(Shutdown::Write);
        let heard = all_that_comes(stream);
        let said = all_that_comes(client);
        ensure(sent && said.ends_with(b"How are you?"), || {
            format!(
                "After `greet` the owner writes \"How are you?\", and the client receives only\n  \
                 {:?}\n  Has `greet` ended something that is not its own? It has borrowed the \
                 stream.",
                String::from_utf8_lossy(&said)
            )
        })?;
        equal(
            "what the owner reads after `greet`; the client has answered \"Fine\"",
            String::from_utf8_lossy(&heard),
            "Fine".into(),
            "Has `greet` ended, or read, something that is not its own?",
        )
    })??;
    within(LIMIT, WAITS, a_stream_that_does_not_wait_stays_so)?
}

fn settings(stream: &TcpStream) -> [String; 3] {
    [
        format!("nodelay: {:?}", stream.nodelay().ok()),
        format!("read_timeout: {:?}", stream.read_timeout().ok()),
        format!("write_timeout: {:?}", stream.write_timeout().ok()),
    ]
}

fn settings_are_left_alone() -> Outcome {
    let seven = Some(Duration::from_secs(7));
    for (timeout, can_write) in [(None, true), (seven, true), (seven, false)] {
        let (stream, _client) = pair()?;
        let _ = stream.set_nodelay(timeout.is_some());
        let _ = stream.set_read_timeout(timeout);
        let _ = stream.set_write_timeout(timeout);
        let before = settings(&stream);
        if !can_write {
            let _ = stream.shutdown(Shutdown::Write);
        }
        let result = greet(&stream, "Ada").map_err(|error| error.kind());
        equal(
            &format!("the stream's settings after `greet`, which has said {result:?}"),
            settings(&stream),
            before,
            "A setting is the stream's, and stays when `greet` has returned, also with an error. \
             Whose stream is it?",
        )?;
    }
    Ok(())
}

/// If it waits, there is nothing that it could wait for.
fn a_stream_that_does_not_wait_stays_so() -> Outcome {
    let (mut stream, _client) = pair()?;
    let _ = stream.set_nonblocking(true);
    let _ = greet(&stream, "Ada");
    let came = stream.read(&mut [0]).map_err(|error| error.kind());
    let what = "a read by the owner, if nothing has come and the stream does not wait";
    equal(
        what,
        came,
        Err(ErrorKind::WouldBlock),
        "Has `greet` ended it?",
    )
}

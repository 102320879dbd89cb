//! Whose turn it is, and for how long: the second half of the checks of exercise 06c.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, ensure, equal, in_every_order};

use super::super::exercise::{Connection, Turn};
use super::help::{Client, ENOUGH, TIRED, Then, get};

pub fn an_end_is_an_end() -> Outcome {
    let gone = Client::new(&["GET /2 HT"], Then::End);
    let is_closed = attend(gone.connection(), &gone).is_none();
    ensure(is_closed && gone.in_vain() < 10, || {
        let look = "What does `read` return at the end, and what the next time?";
        format!("A client has closed its side within a request, and `serve` reads on.\n  {look}")
    })?;
    let what = "the reply to a client that has closed its side within a request";
    let look = "What has come is right as far as it goes, and nobody has sent what is no request.";
    equal(what, gone.replies(), String::new(), look)?;
    let gone = Client::new(&[], Then::End);
    let is_closed = attend(gone.connection(), &gone).is_none();
    ensure(is_closed && gone.in_vain() < 10, || {
        "A client has closed its side between two requests, and `serve` has not said `Closed`.\n  There \
         is nothing to read, and there never will be. What does `read` return then?"
            .to_string()
    })
}

/// On a clock that only a sleep moves.
pub fn nobody_sleeps() -> Outcome {
    in_every_order("`serve` waits, and nobody can wake it.", || {
        let client = Client::new(&["GET /1 HT"], Then::Silence);
        client.fail(ErrorKind::Interrupted);
        client.say("TP/1.1\r\n\r\nGET /2 HT");
        let before = Instant::now();
        attend(client.connection(), &client);
        equal(
            "how long a worker has slept that serves a client with a pause in each request",
            before.elapsed(),
            Duration::ZERO,
            "Somebody else waits for what is not there yet. The worker is needed by the others.",
        )
    })
}

pub fn what_is_in_the_buffer_waits_for_no_bytes() -> Outcome {
    let client = Client::new(&[&(get("/1") + &get("/2"))], Then::Silence);
    let connection = attend(client.connection(), &client);
    let before = client.replies();
    if let Some(connection) = connection {
        client.say(get("/3"));
        attend(connection, &client);
    }
    // Whoever has lost the second request is told so by another check.
    let is_late = before != "/1()/2()" && client.replies().contains("/2()");
    ensure(!is_late, || {
        format!(
            "Two requests have come with one read, and then silence.\n  expected: \"/1()/2()\"\n  \
             came:     {before:?}, and /2 was answered when a third one came.\n  Whoever is `Idle` \
             waits until its stream has bytes. Where were those of the second request?"
        )
    })?;
    a_refusal_waits_for_no_bytes()
}

fn a_refusal_waits_for_no_bytes() -> Outcome {
    let client = Client::new(&[&(get("/1") + "no request\r\n\r\n")], Then::Silence);
    let connection = attend(client.connection(), &client);
    let is_refused = |client: &Client| client.replies().contains("400 Bad Request");
    let before = is_refused(&client);
    if let Some(connection) = connection {
        client.say(get("/3"));
        attend(connection, &client);
    }
    ensure(before || !is_refused(&client), || {
        "Behind the first request stood something that is none. It was refused only when more bytes \
         came.\n  What is in the buffer may be a request, the beginning of one, or none at all. For \
         which of them is it right to wait?"
            .to_string()
    })
}

pub fn nobody_is_served_twice_in_a_row() -> Outcome {
    let client = Client::new(&[&get("/1").repeat(10)], Then::Silence);
    let _ = client.connection().serve(&answer);
    let count = client.replies().matches("()").count();
    ensure(count <= 1, || {
        format!(
            "Ten requests of one client have come, and one `serve` has answered {count} of them.\n  \
             How long does a client keep its worker that sends without a pause?"
        )
    })?;
    let endless = Client::new(&[], Then::Endless);
    let mut turn = endless.connection().serve(&answer);
    ensure(!endless.is_tired(), || {
        format!(
            "A client sends requests without end, and one `serve` has read {ENOUGH} times.\n  It \
             reads for as long as bytes come. Who says that they ever end?"
        )
    })?;
    for _ in 0..2 {
        turn = match turn {
            Turn::Again(connection) if endless.replies().is_empty() => connection.serve(&answer),
            turn => turn, // it is right to read in one turn, and to answer in the next
        };
    }
    let look = "One of its requests can be answered.";
    let what = "the reply to a client that sends without end";
    equal(what, endless.replies(), "/1()".to_string(), look)?;
    nobody_fills_the_buffer()
}

fn nobody_fills_the_buffer() -> Outcome {
    let client = Client::new(&[&(get("/1") + &get("/2")), &get("/3")], Then::Silence);
    let mut turn = Turn::Again(client.connection());
    for _ in 0..TIRED {
        turn = match turn {
            Turn::Again(connection) if client.replies() != "/1()/2()" => connection.serve(&answer),
            turn => turn,
        };
    }
    // Whoever has lost requests is told so by another check.
    let has_lost = client.replies() != "/1()/2()";
    ensure(has_lost || client.unread() == 1, || {
        "Two requests have come with one read. While the second one was there as a whole, `serve` has \
         read on.\n  What is read and not answered stays in the buffer. How large is it after an hour?"
            .to_string()
    })
}

/// The target, and the body in parentheses.
pub fn answer(head: &[u8], body: &[u8]) -> Vec<u8> {
    let head = String::from_utf8_lossy(head).to_string();
    let target = head.split(' ').nth(1).unwrap_or_default();
    format!("{target}({})", String::from_utf8_lossy(body)).into_bytes()
}

/// What a worker and a waiting room do with one connection, until it has gone or waits for bytes.
pub fn attend(mut connection: Connection<Client>, client: &Client) -> Option<Connection<Client>> {
    for _ in 0..TIRED {
        connection = match connection.serve(&answer) {
            Turn::Again(connection) => connection,
            Turn::Idle(connection) if client.is_readable() => connection,
            Turn::Idle(connection) => return Some(connection),
            Turn::Closed => return None,
        };
    }
    Some(connection)
}

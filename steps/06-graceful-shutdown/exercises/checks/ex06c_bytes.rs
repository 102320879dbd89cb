//! Which bytes are a request, and which are not yet one: for the checks of exercise 06c.

use std::cell::RefCell;

use trial::{Outcome, ensure, equal};

use super::super::exercise::{BAD_REQUEST, Turn};
use super::help::{Client, Then, get};
use super::turns::attend;

pub fn what_is_answered_is_what_has_come() -> Outcome {
    let head = b"POST /1 HTTP/1.1\r\nContent-Length: 6\r\n\r\n";
    let body = [0xff, 0, 0xfe, 0xc3, 0xa8, b'\n'];
    let (begin, end) = body.split_at(4);
    let client = Client::new(&[], Then::Silence);
    client.say([&head[..], begin].concat());
    client.say(end);
    let seen = RefCell::new(Vec::new());
    let answer = |head: &[u8], body: &[u8]| {
        seen.borrow_mut().push((head.to_vec(), body.to_vec()));
        Vec::new()
    };
    let mut turn = Turn::Again(client.connection());
    for _ in 0..5 {
        turn = match turn {
            Turn::Again(connection) | Turn::Idle(connection) => connection.serve(&answer),
            Turn::Closed => Turn::Closed,
        };
    }
    let seen = seen.into_inner();
    let what = "how often `answer` is called, if one request comes with two reads";
    let look = "An answer may cost much, or change something. Call it once, when all is there.";
    equal(what, seen.len(), 1, look)?;
    let look = "A head has its blank line, and a body is bytes: not all are text, and a letter may come \
                with two reads.";
    let what = "the head and the body that `answer` gets";
    equal(what, seen, vec![(head.to_vec(), body.to_vec())], look)
}

pub fn half_a_request_waits() -> Outcome {
    let (half, rest) = ("GET /1 HT", "TP/1.1\r\nHost: a\r\n\r\n");
    then_silence(half, rest, "/1()")?;
    then_silence(HALF_A_BODY, "def", "/1(abcdef)")
}

const HALF_A_BODY: &str = "POST /1 HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc";

fn then_silence(half: &str, rest: &str, reply: &str) -> Outcome {
    let client = Client::new(&[half], Then::Silence);
    let connection = attend(client.connection(), &client);
    if client.replies().starts_with("/1(") {
        return Ok(()); // whoever answers half a request is told so by another check
    }
    let came = (client.replies(), client.in_vain() < 10);
    ensure(came == (String::new(), true), || {
        let (replies, reads) = (client.replies(), client.in_vain());
        format!(
            "Half a request has come, {half:?}, and then silence.\n  expected: `Idle`, and no reply\n  \
             came:     {replies:?}, and {reads} reads in vain\n  The rest may come in a minute. Who \
             waits until then?"
        )
    })?;
    client.say(rest);
    connection.map(|connection| attend(connection, &client));
    let what = format!("the reply. {half:?} had come, then silence, and now the rest");
    let look = "Where was what had come, while the connection was `Idle`?";
    equal(&what, client.replies(), reply.to_string(), look)
}

pub fn half_a_body_is_not_answered() -> Outcome {
    let client = Client::new(&[HALF_A_BODY], Then::End);
    attend(client.connection(), &client);
    ensure(!client.replies().contains("/1("), || {
        "A head has come, half of its body, and then the end, and it was answered.\n  The other half \
         never comes. Which request was that?"
            .to_string()
    })?;
    let what = "the reply to a client that ends within a body";
    let look = "What has come is right as far as it goes, and nobody has sent what is no request.";
    equal(what, client.replies(), String::new(), look)
}

pub fn a_large_body_is_read() -> Outcome {
    let body = "b".repeat(8_000);
    let large = format!(
        "POST /2 HTTP/1.1\r\nA: {:300}\r\nContent-Length: 8000\r\n\r\n{body}",
        "a"
    );
    let client = Client::new(&[&large], Then::End);
    attend(client.connection(), &client);
    ensure(client.replies() == format!("/2({body})"), || {
        "A head of 350 bytes and a body of 8,000 are allowed, and have no right reply.\n  Is there \
         a limit for both together, besides that of `lengths` for each of them?"
            .to_string()
    })
}

pub fn after_a_refusal_is_nothing() -> Outcome {
    let client = Client::new(&["no request\r\n\r\n", &get("/3")], Then::End);
    attend(client.connection(), &client);
    let look = "Where does the next request begin, behind something that is none? Nobody knows, so \
                the connection ends.";
    let expected = String::from_utf8_lossy(BAD_REQUEST).to_string();
    let what = "replies to what is no request, and what comes behind it";
    // Whoever goes on may go on for long.
    let came = client.replies().chars().take(2 * expected.len()).collect();
    equal(what, came, expected, look)?;
    for refused in [
        format!("GET /{} HTTP", "a".repeat(9_000)),
        "\r\n\r\n".to_string() + &get("/1"),
    ] {
        let client = Client::new(&[&refused], Then::Silence);
        let is_closed = attend(client.connection(), &client).is_none();
        let (begin, _) = refused.split_at(9);
        let what =
            format!("the reply to {begin:?}..., of which `lengths` says that it is no request");
        let look = "Whatever it is that `lengths` refuses, the client is told, and it is the end.";
        let came = (client.replies(), is_closed);
        equal(
            &what,
            came,
            (String::from_utf8_lossy(BAD_REQUEST).to_string(), true),
            look,
        )?;
    }
    Ok(())
}

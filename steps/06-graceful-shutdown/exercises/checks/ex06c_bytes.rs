//! Which bytes are a request, and which are not yet one: for the checks of exercise 06c.

use trial::{Outcome, ensure, equal};

use super::client::Client;
use super::{get, refusal};

pub fn what_is_answered_is_what_has_come() -> Outcome {
    let head = b"POST /1 HTTP/1.1\r\nContent-Length: 6\r\n\r\n";
    let body = [0xff, 0, 0xfe, 0xc3, 0xa8, b'\n'];
    let (begin, end) = body.split_at(4);
    let mut client = Client::new(&[]);
    client.say([&head[..], begin].concat());
    client.say(end);
    client.attended();
    let asked = client.asked.take();
    let what = "how often `answer` is called, if one request comes with two reads";
    let look = "An answer may cost much, or change something. Call it once, when all is there.";
    equal(what, asked.len(), 1, look)?;
    let look = "A head has its blank line, and a body is bytes: not all are text, and a letter may come \
                with two reads.";
    let what = "the head and the body that `answer` gets";
    equal(what, asked, vec![(head.to_vec(), body.to_vec())], look)
}

pub fn half_a_request_waits() -> Outcome {
    let (half, rest) = ("GET /1 HT", "TP/1.1\r\nHost: a\r\n\r\n");
    then_silence(half, rest, "/1()")?;
    then_silence(HALF_A_BODY, "def", "/1(abcdef)")
}

const HALF_A_BODY: &str = "POST /1 HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc";

fn then_silence(half: &str, rest: &str, reply: &str) -> Outcome {
    let mut client = Client::new(&[half]);
    let (replies, reads) = (client.attended(), client.state().in_vain);
    if replies.starts_with("/1(") {
        return Ok(()); // whoever answers half a request is told so by another check
    }
    let why = format!(
        "Half a request has come, {half:?}, and then silence.\n  expected: `Idle`, and no reply\n  \
         came:     {replies:?}, and {reads} reads in vain\n  The rest may come in a minute. Who \
         waits until then?"
    );
    ensure(replies.is_empty() && reads < 10, || why)?;
    client.say(rest);
    let what = format!("the reply. {half:?} had come, then silence, and now the rest");
    let look = "Where was what had come, while the connection was `Idle`?";
    client.gets(reply, &what, look)
}

pub fn half_a_body_is_not_answered() -> Outcome {
    let mut client = Client::new(&[HALF_A_BODY]).ends();
    let why = "A head has come, half of its body, and then the end, and it was answered.\n  The other half \
               never comes. Which request was that?";
    ensure(!client.attended().contains("/1("), || why)?;
    let what = "the reply to a client that ends within a body";
    let look = "What has come is right as far as it goes, and nobody has sent what is no request.";
    client.gets("", what, look)
}

pub fn a_large_body_is_read() -> Outcome {
    let body = "b".repeat(8_000);
    let head = format!("POST /2 HTTP/1.1\r\nA: {:300}\r\nContent-Length: 8000", "a");
    let mut client = Client::new(&[&format!("{head}\r\n\r\n{body}")]).ends();
    let why = "A head of 350 bytes and a body of 8,000 are allowed, and have no right reply.\n  Is there \
               a limit for both together, besides that of `lengths` for each of them?";
    ensure(client.attended() == format!("/2({body})"), || why)
}

pub fn after_a_refusal_is_nothing() -> Outcome {
    let mut client = Client::new(&["no request\r\n\r\n", &get("/3")]).ends();
    let what = "replies to what is no request, and what comes behind it";
    let look = "Where does the next request begin, behind something that is none? Nobody knows, so \
                the connection ends.";
    // Whoever goes on may go on for long.
    let came = client
        .attended()
        .chars()
        .take(2 * refusal().len())
        .collect();
    equal(what, came, refusal(), look)?;
    for refused in [
        format!("GET /{} HTTP", "a".repeat(9_000)),
        "\r\n\r\n".to_string() + &get("/1"),
    ] {
        let mut client = Client::new(&[&refused]);
        let came = (client.attended(), client.is_closed());
        let (begin, _) = refused.split_at(9);
        let what = format!("the reply to {begin:?}..., which is no request, says `lengths`");
        let look = "Whatever it is that `lengths` refuses, the client is told, and it is the end.";
        equal(&what, came, (refusal(), true), look)?;
    }
    Ok(())
}

//! What a right answer to exercise 06c does.

use trial::{Outcome, ensure, equal, within_work};

use super::exercise::Turn;
pub use failing::a_stream_may_fail;
use help::{Client, Then, get};
pub use turns::*;

#[path = "ex06c_bytes.rs"]
mod bytes;

#[path = "ex06c_failing.rs"]
mod failing;

#[path = "ex06c_help.rs"]
mod help;

#[path = "ex06c_turns.rs"]
mod turns;

/// Whoever reads byte by byte looks at long requests again and again, and is right.
const STUCK: &str =
    "`serve` does not return. What ends its loop: a request, the end, or `WouldBlock`?";

pub fn whoever_is_idle_is_handed_back() -> Outcome {
    let client = Client::new(&[&get("/1")], Then::Silence);
    let mut turn = Turn::Again(client.connection());
    for _ in 0..3 {
        if let Turn::Again(connection) = turn {
            turn = connection.serve(&answer);
        }
    }
    let look = "look at what is written";
    equal("the reply", client.replies(), "/1()".to_string(), look)?;
    let count = client.in_vain();
    ensure(count < 3, || {
        format!(
            "Nothing more has come, and `serve` has asked the stream {count} times.\n  A worker that \
             waits has nobody to serve, and is kept from the others. Who waits in its place?"
        )
    })?;
    let (came, look) = match turn {
        Turn::Idle(_) => ("Idle", ""),
        Turn::Again(_) => (
            "Again",
            "In the queue it has nothing to do but to be in it once more.",
        ),
        Turn::Closed => (
            "Closed",
            "`WouldBlock` is an error that says \"not yet\", and no more.",
        ),
    };
    let what = "the turn after the only request";
    equal(what, came, "Idle", look)?;
    bytes::half_a_request_waits()?;
    turns::nobody_sleeps()?;
    turns::an_end_is_an_end()
}

pub fn what_came_along_stays() -> Outcome {
    let (first, second) = (get("/1") + "GET /2 HT", "TP/1.1\r\nHost: a\r\n\r\n");
    let client = Client::new(&[&first, second], Then::End);
    attend(client.connection(), &client);
    let look = "With the first request came the beginning of the second. How many of the bytes are \
                the first one's, and what happens to the others?";
    let what = "replies to two requests, in two reads that end elsewhere";
    equal(what, client.replies(), "/1()/2()".to_string(), look)?;
    let client = Client::new(&[&get("/1").repeat(2)], Then::End);
    attend(client.connection(), &client);
    let look =
        "The client has sent all, and closed its side. What it has sent before is still there.";
    let what = "replies to two requests in one read, and then the end";
    equal(what, client.replies(), "/1()/1()".to_string(), look)
}

pub fn a_request_ends_where_it_says() -> Outcome {
    within_work(STUCK, requests_end)
}

fn requests_end() -> Outcome {
    let inside = get("/admin");
    let (begin, end) = inside.split_at(8);
    let length = inside.len();
    let first = format!("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{begin}");
    let client = Client::new(&[&first, end, &get("/2")], Then::End);
    attend(client.connection(), &client);
    let look = match client.replies() {
        all if !all.starts_with(&format!("/1({inside})")) => {
            "The head was there, and the body only in part. Is it waited for?"
        }
        all if all.contains("/admin()") => {
            "The body has been taken for a request. Whoever can write a body can then send requests \
             in another one's name. Which bytes are the request that was answered?"
        }
        _ => "Which bytes are taken?",
    };
    let what = "replies to a request with a body that looks like a request, and to a second one";
    equal(what, client.replies(), format!("/1({inside})/2()"), look)?;
    bytes::what_is_answered_is_what_has_come()?;
    bytes::half_a_body_is_not_answered()?;
    bytes::a_large_body_is_read()?;
    bytes::after_a_refusal_is_nothing()
}

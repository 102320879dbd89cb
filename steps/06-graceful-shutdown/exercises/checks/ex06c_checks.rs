//! What a right answer to exercise 06c does.

use trial::{Outcome, ensure, equal, within_work};

use super::exercise::BAD_REQUEST;
use client::Client;
pub use failing::a_stream_may_fail;
pub use turns::*;

#[path = "ex06c_bytes.rs"]
mod bytes;

#[path = "ex06c_client.rs"]
mod client;

#[path = "ex06c_failing.rs"]
mod failing;

#[path = "ex06c_stream.rs"]
mod stream;

#[path = "ex06c_turns.rs"]
mod turns;

/// Whoever reads byte by byte looks at long requests again and again, and is right.
const STUCK: &str =
    "`serve` does not return. What ends its loop: a request, the end, or `WouldBlock`?";

fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")
}

/// What whoever sends no request gets.
fn refusal() -> String {
    String::from_utf8_lossy(BAD_REQUEST).into_owned()
}

pub fn whoever_is_idle_is_handed_back() -> Outcome {
    let mut client = Client::new(&[&get("/1")]);
    let turn = client.turns(3, |_| true);
    let look = "look at what is written";
    equal("the reply", client.replies(), "/1()".to_string(), look)?;
    let count = client.state().in_vain;
    let why = format!(
        "Nothing more has come, and `serve` has asked the stream {count} times.\n  A worker that \
         waits has nobody to serve, and is kept from the others. Who waits in its place?"
    );
    ensure(count < 3, || why)?;
    let look = match turn {
        "Again" => "In the queue it has nothing to do but to be in it once more.",
        _ => "`WouldBlock` is an error that says \"not yet\", and no more.",
    };
    equal("the turn after the only request", turn, "Idle", look)?;
    bytes::half_a_request_waits()?;
    nobody_sleeps()?;
    an_end_is_an_end()
}

pub fn what_came_along_stays() -> Outcome {
    let what = "replies to two requests, in two reads that end elsewhere";
    let look = "With the first request came the beginning of the second. How many of the bytes are \
                the first one's, and what happens to the others?";
    let (first, second) = (get("/1") + "GET /2 HT", "TP/1.1\r\nHost: a\r\n\r\n");
    Client::new(&[&first, second])
        .ends()
        .gets("/1()/2()", what, look)?;
    let what = "replies to two requests in one read, and then the end";
    let look = "The client has sent all, and closed its side. What it has sent is still there.";
    Client::new(&[&get("/1").repeat(2)])
        .ends()
        .gets("/1()/1()", what, look)
}

pub fn a_request_ends_where_it_says() -> Outcome {
    within_work(STUCK, requests_end)
}

fn requests_end() -> Outcome {
    let inside = get("/admin");
    let (begin, end) = inside.split_at(8);
    let length = inside.len();
    let first = format!("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{begin}");
    let mut client = Client::new(&[&first, end, &get("/2")]).ends();
    let look = match client.attended() {
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
    client.gets(&format!("/1({inside})/2()"), what, look)?;
    bytes::what_is_answered_is_what_has_come()?;
    bytes::half_a_body_is_not_answered()?;
    bytes::a_large_body_is_read()?;
    bytes::after_a_refusal_is_nothing()
}

//! Whose turn it is, and for how long: the second half of the checks of exercise 06c.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use trial::{Outcome, ensure, equal, in_every_order};

use super::client::Client;
use super::get;
use super::stream::TIRED;

pub fn an_end_is_an_end() -> Outcome {
    let mut gone = Client::new(&["GET /2 HT"]).ends();
    gone.attended();
    let why = "A client has closed its side within a request, and `serve` reads on.\n  What does `read` \
               return at the end, and what the next time?";
    ensure(gone.is_closed() && gone.state().in_vain < 10, || why)?;
    let what = "the reply to a client that has closed its side within a request";
    let look = "What has come is right as far as it goes, and nobody has sent what is no request.";
    gone.gets("", what, look)?;
    let mut gone = Client::new(&[]).ends();
    gone.attended();
    let why = "A client has closed its side between two requests, and `serve` has not said `Closed`.\n  \
               There is nothing to read, and there never will be. What does `read` return then?";
    ensure(gone.is_closed() && gone.state().in_vain < 10, || why)
}

/// On a clock that only a sleep moves.
pub fn nobody_sleeps() -> Outcome {
    in_every_order("`serve` waits, and nobody can wake it.", || {
        let mut client = Client::new(&["GET /1 HT"]);
        client.fail(ErrorKind::Interrupted);
        client.say("TP/1.1\r\n\r\nGET /2 HT");
        let before = Instant::now();
        client.attended();
        let what = "how long a worker has slept that serves a client with a pause in each request";
        let look = "Somebody else waits for what is not there yet. The others need the worker.";
        equal(what, before.elapsed(), Duration::ZERO, look)
    })
}

pub fn what_is_in_the_buffer_waits_for_no_bytes() -> Outcome {
    let mut client = Client::new(&[&(get("/1") + &get("/2"))]);
    let before = client.attended();
    client.say(get("/3"));
    // Whoever has lost the second request is told so by another check.
    let is_late = before != "/1()/2()" && client.attended().contains("/2()");
    let why = format!(
        "Two requests have come with one read, and then silence.\n  expected: \"/1()/2()\"\n  \
         came:     {before:?}, and /2 was answered when a third one came.\n  Whoever is `Idle` \
         waits until its stream has bytes. Where were those of the second request?"
    );
    ensure(!is_late, || why)?;
    let mut client = Client::new(&[&(get("/1") + "no request\r\n\r\n")]);
    let before = client.attended();
    client.say(get("/3"));
    let is_late = !before.contains("400 Bad") && client.attended().contains("400 Bad");
    let why = "Behind the first request stood something that is none. It was refused only when more bytes \
               came.\n  What is in the buffer may be a request, the beginning of one, or none at all. For \
               which of them is it right to wait?";
    ensure(!is_late, || why)
}

pub fn nobody_is_served_twice_in_a_row() -> Outcome {
    let mut client = Client::new(&[&get("/1").repeat(10)]);
    client.serve();
    let count = client.replies().matches("()").count();
    let why = format!(
        "Ten requests of one client have come, and one `serve` has answered {count} of them.\n  \
         How long does a client keep its worker that sends without a pause?"
    );
    ensure(count <= 1, || why)?;
    nobody_is_read_without_end()?;
    nobody_fills_the_buffer()
}

fn nobody_is_read_without_end() -> Outcome {
    /// How often a client is read from that sends without end.
    const ENOUGH: usize = 10_000;
    let mut endless = Client::new(&vec![get("/1").as_str(); ENOUGH]);
    // It is right to read in one turn, and to answer in the next.
    endless.turns(3, |endless| endless.replies().is_empty());
    let why = format!(
        "A client sends requests without end, and one `serve` has read {ENOUGH} times.\n  It \
         reads for as long as bytes come. Who says that they ever end?"
    );
    ensure(!endless.state().script.is_empty(), || why)?;
    let what = "the reply to a client that sends without end";
    let look = "One of its requests can be answered.";
    equal(what, endless.replies(), "/1()".to_string(), look)
}

fn nobody_fills_the_buffer() -> Outcome {
    let mut client = Client::new(&[&(get("/1") + &get("/2")), &get("/3")]);
    let lacks = |client: &Client| client.replies() != "/1()/2()";
    client.turns(TIRED, lacks);
    // Whoever has lost requests is told so by another check.
    let unread = client.state().script.len();
    let why = "Two requests have come with one read. While the second one was there as a whole, \
               `serve` has read on.\n  What is read and not answered stays in the buffer. How large \
               is it after an hour?";
    ensure(lacks(&client) || unread == 1, || why)
}

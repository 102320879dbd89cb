//! From step 06 on: the stop, and clients that have their reply and have not sent everything yet. They
//! must go on being read, or their last bytes meet a reset, which may cost them the reply.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE, Server, Signal, expect_replies, request};

use super::clients::{expect_once_within, sleepy};

/// How long `/sleep` takes: the signal comes in the middle of it.
const SLEEP_MS: u128 = 200;

/// A client in the middle of its body, while its handler sleeps.
fn uploader(server: &Server) -> Client {
    let mut client = server.client(request("GET", "/sleep", &["Content-Length: 1000000"]));
    client.send([b'x'; 1000]);
    client
}

/// Sends on for more than a second behind the reply, and is heard to the end. Where this machine
/// keeps our client from sending, it looks like one that has stopped; so one of three.
#[test]
fn who_still_sends_when_the_reply_comes_may_finish() {
    let is_heard = |_| {
        let mut server = sleepy(SLEEP_MS).variable("DRAIN_MS", 10_000).start();
        let mut client = uploader(&server);
        server.wait_for_log("GET /sleep");
        server.signal(Signal::Interrupt);
        server.wait_for_log("200 OK");
        let all_taken = (0..60).all(|_| {
            thread::sleep(Duration::from_millis(20));
            client.send([b'x'; 1000])
        });
        client.expect_reply(200, "src/connection.rs");
        let all_taken = all_taken && client.send("the last bytes");
        drop(client);
        server.expect_exit(0);
        all_taken
    };
    assert!(
        (0..3).any(is_heard),
        "not one of three uploads was taken to its end: a broken pipe, or a reset; \
         look at what the stop does to clients that have their reply"
    );
}

/// Its time is over when that for sending on is: a stop makes it no longer.
#[test]
fn who_never_stops_sending_does_not_keep_it_from_stopping() {
    let mut server = sleepy(SLEEP_MS).variable("DRAIN_MS", 500).start();
    let mut client = uploader(&server);
    server.wait_for_log("GET /sleep");
    server.signal(Signal::Interrupt);
    let sends = thread::spawn(move || {
        let start = Instant::now();
        while client.send([b'x'; 1000]) && start.elapsed() < 2 * PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
    });
    server.expect_exit(0);
    sends.join().expect("it ends");
}

#[test]
fn who_falls_silent_behind_the_reply_delays_it_by_a_second_at_most() {
    let what = "the stop, after the last reply, with clients that owe the rest of a body";
    expect_once_within(Duration::from_secs(1), what, || {
        let mut server = sleepy(SLEEP_MS).variable("DRAIN_MS", 60_000).start();
        let mut clients: Vec<_> = (0..4).map(|_| uploader(&server)).collect();
        server.wait_for_log_count("GET /sleep", clients.len());
        server.signal(Signal::Interrupt);
        expect_replies(&mut clients, 200, "src/connection.rs");
        let last_reply = Instant::now();
        server.expect_exit(0);
        last_reply.elapsed()
    });
}

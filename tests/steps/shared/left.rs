//! From step 05 on: no handler works for somebody who has left, and everybody who waits is answered.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Ending, get, heard, request};

use super::clients::{WORKERS, expect_once_of, sleepers, sleepy, waiting_clients};
use crate::program;

/// How long the workers sleep. Who waits for one of them for half a second is looked at, so the rest
/// is what this machine may take to bring all clients into the queue.
const SLEEP: Duration = Duration::from_millis(900);

/// So many come while the workers sleep, ask for `/sleep`, and leave again.
const LEAVERS: usize = 24;

#[test]
fn no_handler_runs_for_clients_that_left_while_they_waited() {
    let sent =
        format!("GET /sleep by four clients, by {LEAVERS} more that leave at once, and then GET /");
    let expected = format!("the page after about {SLEEP:?}, and a line of log for each that left");
    let look_at = "src/connection.rs: who has waited for half a second is looked at (`peek`) before a \
                   handler runs";
    expect_once_of(3, &sent, &expected, look_at, || {
        let server = sleepy(SLEEP.as_millis()).start();
        let _sleepers = sleepers(&server, WORKERS);
        drop(waiting_clients(&server, LEAVERS, &get("/sleep")));
        let start = Instant::now();
        server.serves_on();
        let time = start.elapsed();
        if time > 2 * SLEEP {
            // They slept `LEAVERS / WORKERS` times.
            return Err(format!("it came after {time:?}"));
        }
        let lines = || server.log_count("let go: it left while it waited");
        while lines() < LEAVERS && start.elapsed() < 3 * SLEEP {
            thread::sleep(Duration::from_millis(1)); // the log is some milliseconds behind
        }
        match lines() {
            LEAVERS => Ok(()),
            count => Err(format!("it came after {time:?}, and {count} lines of log")),
        }
    });
}

/// A half that is closed looks like a client that has left, so nobody is looked at after a moment.
#[test]
fn who_has_finished_sending_and_waits_for_a_moment_is_answered() {
    const MOMENT: u128 = 200; // and half a second is long
    let sent = "GET / behind four clients that sleep, and then the end of sending";
    let expected = format!("the page after {MOMENT} ms");
    let look_at = "src/connection.rs: after what time is a client looked at?";
    expect_once_of(3, sent, &expected, look_at, || {
        let server = sleepy(MOMENT).start();
        let _sleepers = sleepers(&server, WORKERS);
        let mut client = server.client(get("/"));
        client.finish_sending();
        match client.read_to_end() {
            (received, Ending::Closed) if !received.is_empty() => Ok(()),
            (received, ending) => Err(heard(&received, &ending)),
        }
    });
}

/// Who stays is answered, however long that takes, though more than the request has come from them.
#[test]
fn who_waits_and_has_sent_more_than_a_request_is_answered() {
    let server = sleepy(600).start();
    let _sleepers = sleepers(&server, WORKERS);
    let mut client = server.client(request("GET", "/", &["Content-Length: 50000"]));
    client.send([b'x'; 50_000]);
    let look_at = "src/connection.rs: only an end (`Ok(0)`) says that somebody has left";
    client.expect_reply(200, look_at);
}

/// Where nobody has to wait for a worker, nobody is looked at: what counts is the time in the queue,
/// not that since the connection.
#[test]
fn a_slow_client_that_has_finished_sending_is_answered_when_nobody_waits() {
    let server = program().start();
    let mut client = server.client("GET / HTTP/1.1\r\n");
    thread::sleep(Duration::from_millis(600));
    client.send("Host: localhost\r\n\r\n");
    client.finish_sending();
    let look_at = "src/connection.rs: since when does a client wait for a worker?";
    client.expect_reply(200, look_at);
}

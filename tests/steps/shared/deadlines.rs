//! From step 04 on: nobody may keep the server waiting for ever.

use std::time::{Duration, Instant};

use kit::{Client, Ending, PATIENCE, Server, get, request};

use crate::program;

const LOOK_AT: &str = "src/reading.rs, `Until`: one deadline for the whole head";

/// A server that does not wait long, but longer than a busy machine may keep one of these clients
/// from going on.
fn impatient() -> Server {
    program()
        .variable("REQUEST_MS", 1_000)
        .variable("DRAIN_MS", 300)
        .start()
}

#[test]
fn a_silent_client_is_told_so_and_let_go() {
    let server = impatient();
    let mut client = server.connect();
    client.reply().expect_status(408, LOOK_AT);
    server.serves_on();
}

#[test]
fn a_client_that_stops_half_way_is_told_so_and_let_go() {
    let server = impatient();
    let mut client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: loc");
    client.reply().expect_status(408, LOOK_AT);
    server.serves_on();
}

/// Each byte comes well before a timeout that starts anew with every read.
#[test]
fn a_client_that_drips_is_let_go_at_the_same_deadline() {
    let server = impatient();
    let mut client = server.connect();
    client.send("GET / HTTP/1.1\r\nX: ");
    let start = Instant::now();
    let mut received = Vec::new();
    loop {
        client.send("y");
        let (more, ending) = client.read_to_end_within(Duration::from_millis(50));
        received.extend(more);
        if ending != Ending::StillOpen {
            break;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "still served after {PATIENCE:?} of drips; look at {LOOK_AT}"
        );
    }
    let came = kit::readable(&received);
    assert!(
        received.starts_with(b"HTTP/1.1 408 "),
        "expected 408, came {came}; look at {LOOK_AT}"
    );
    server.serves_on();
}

#[test]
fn a_stalled_body_is_let_go_after_its_reply() {
    let server = impatient();
    let mut client = server.connect();
    client.send(request("POST", "/", &["Content-Length: 1000"]));
    client.send("ten bytes.");
    client.reply().expect_status(
        405,
        "src/connection.rs: the reply does not wait for the body",
    );
    server.wait_for_log(&format!("{} let go: timed out", client.name()));
    server.serves_on();
}

#[test]
fn an_endless_body_is_let_go() {
    let server = impatient();
    let mut client = server.connect();
    client.send(request("POST", "/", &["Transfer-Encoding: chunked"]));
    expect_cut_off(&mut client);
    server.serves_on();
}

/// Sends without end. The reply is there all the time, and may be lost: who does not stop talking
/// does not hear.
fn expect_cut_off(client: &mut Client) {
    let start = Instant::now();
    while client.send([b'x'; 64 * 1024]) {
        assert!(
            start.elapsed() < PATIENCE,
            "it still reads after {PATIENCE:?}; look at `drain` and its limits"
        );
    }
}

/// The deadline is for the client, not for the handler.
#[test]
fn a_slow_page_may_take_longer_than_a_slow_client() {
    let server = program()
        .variable("REQUEST_MS", 1_000)
        .variable("SLEEP_MS", 1_200)
        .start();
    server
        .ask(get("/sleep"))
        .expect_status(200, "src/connection.rs: which deadline ran out?");
}

#[test]
fn a_setting_that_is_no_number_is_said_and_ignored() {
    let server = program().variable("REQUEST_MS", "soon").start();
    server.serves_on();
    server.wait_for_log("REQUEST_MS");
}

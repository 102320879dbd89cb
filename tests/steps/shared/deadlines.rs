//! From step 04 on: nobody may keep the server waiting for ever.

use std::time::{Duration, Instant};

use kit::{Ending, PATIENCE, Server, request};

use super::drain::expect_listening;
use super::replies::expect_no_body;
use crate::program;

const LOOK_AT: &str = "src/reading.rs: one deadline for the whole head";

/// A server that does not wait long; but longer than a busy machine keeps a client from going on.
fn impatient(request_ms: u32) -> Server {
    let program = program().variable("REQUEST_MS", request_ms);
    program.variable("DRAIN_MS", 300).start()
}

#[test]
fn a_client_that_does_not_go_on_is_told_so_and_let_go() {
    let server = impatient(100);
    for so_far in ["", "GET / HTTP/1.1\r\nHost: loc"] {
        let reply = server.ask(so_far);
        reply.expect_in_page("408 Request Timeout");
        reply.expect_status(408, LOOK_AT);
    }
}

#[test]
fn a_head_request_that_is_late_gets_no_body_either() {
    expect_no_body(&impatient(1_000).ask("\r\nHEAD "), 408);
}

/// Each byte comes well before a timeout that starts anew with every read.
#[test]
fn a_client_that_drips_is_let_go_at_the_same_deadline() {
    let server = impatient(1_000);
    let mut client = server.client("GET / HTTP/1.1\r\nX: ");
    let (mut received, start) = (Vec::new(), Instant::now());
    loop {
        client.send("y");
        let (more, ending) = client.read_to_end_within(Duration::from_millis(50));
        received.extend(more);
        if ending != Ending::StillOpen {
            break;
        }
        let is_late = start.elapsed() > PATIENCE;
        assert!(
            !is_late,
            "still served after {PATIENCE:?} of drips: {LOOK_AT}"
        );
    }
    let came = kit::readable(&received);
    assert!(came.starts_with("HTTP/1.1 408 "), "came {came}: {LOOK_AT}");
    server.serves_on();
}

/// In the middle of a request, or of a body whose reply is there already.
#[test]
fn a_client_that_resets_is_not_said_to_be_late() {
    let server = program().start();
    let body = request("POST", "/", &["Content-Length: 1000"]);
    for (so_far, logged) in [(&b"GET / HT"[..], "connected"), (&body, "405")] {
        let client = server.client(so_far);
        let name = client.name();
        server.wait_for_log(&format!("{name} {logged}"));
        client.reset();
        // Whom a server with one thread serves after that.
        let next = server.client(kit::get("/"));
        server.wait_for_log(&format!("{} 200 OK", next.name()));
        let mut log = server.log();
        log.retain(|line| line.contains(&name) && line.contains("in time"));
        assert!(log.is_empty(), "it has gone, and is not late: {log:?}");
    }
}

/// A read with a timeout is interrupted by that (signal(7)), and has not failed.
#[test]
#[cfg(target_os = "linux")]
fn a_server_that_is_paused_goes_on_where_it_was() {
    let server = program().start();
    let mut client = server.client("GET / HTTP/1.1\r\n");
    server.wait_for_log("connected");
    for signal in [kit::Signal::Pause, kit::Signal::Resume] {
        std::thread::sleep(Duration::from_millis(50)); // time to read, and to be paused
        server.signal(signal);
    }
    client.send("Host: a\r\n\r\n");
    client.expect_reply(200, "src/reading.rs");
}

/// The first deadline is for the client, not for the handler; the second begins with the reply.
#[test]
fn a_slow_page_may_take_longer_than_a_slow_client() {
    let program = program().variable("REQUEST_MS", 1_000);
    let program = program
        .variable("DRAIN_MS", 1_000)
        .variable("SLEEP_MS", 1_200);
    let server = program.start();
    let mut client = server.client(request("GET", "/sleep", &["Content-Length: 5"]));
    client.expect_reply(200, "src/connection.rs: which deadline ran out?");
    expect_listening(&mut client);
}

/// There is nothing to wait for, though there would be time.
#[test]
#[cfg(target_os = "linux")]
fn who_has_a_whole_reply_and_announced_no_more_is_not_waited_for() {
    let server = program().variable("DRAIN_MS", 60_000).start();
    let at_rest = server.meter().descriptors;
    for method in ["GET", "HEAD", "BREW"] {
        let mut client = server.client(request(method, "/", &["Content-Length: 00"]));
        client.read_to_end();
        server.wait_for_descriptors(at_rest);
    }
}

#[test]
fn settings_that_are_no_number_are_said_at_once_and_ignored() {
    let names = ["SLEEP_MS", "REQUEST_MS", "REPLY_MS", "DRAIN_MS", "STOP_MS"];
    let mut program = program();
    for (name, value) in names.iter().zip(["soon", "", "-1", "1.5", "5s"]) {
        program = program.variable(name, value);
    }
    let server = program.start();
    names
        .iter()
        .for_each(|name| drop(server.wait_for_log(name)));
    server.serves_on();
    let log = server.log();
    let is_setting = |line: &String| names.iter().any(|name| line.contains(name));
    assert_eq!(
        log.iter().take_while(|line| is_setting(line)).count(),
        names.len(),
        "expected a line for each of {names:?} before any other, came {log:#?}"
    );
}

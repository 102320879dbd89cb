//! What step 02 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Ending, Program, Server, get, readable};

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/right.rs"]
mod right;
#[path = "shared/start.rs"]
mod start;
#[path = "shared/wrong.rs"]
mod wrong;

/// The standard streams and the listener.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 4;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-02-parse-request"))
}

/// Alive, for step 02: it understands a request.
#[track_caller]
fn expect_alive(server: &Server) {
    let mut client = server.connect();
    client.send(get("/"));
    client.expect_silent_end("src/connection.rs, `serve`");
}

/// Sends bytes on a connection of their own, and returns the line of log that judges them.
fn judgement(server: &Server, bytes: &[u8]) -> String {
    let mut client = server.connect();
    client.send(bytes);
    let name = client.name();
    let (received, ending) = client.read_to_end();
    assert!(received.is_empty(), "step 02 is not expected to answer");
    assert_ne!(
        ending,
        Ending::StillOpen,
        "it waits for more than {}",
        readable(bytes)
    );
    let is_judgement = |line: &str| line.starts_with(&name) && !line.ends_with("connected");
    server.wait_for_log_line(
        &format!("about {name}, which sent {}", readable(bytes)),
        is_judgement,
    )
}

#[test]
fn right_requests_are_understood() {
    let server = program().start();
    for (bytes, shown, _) in right::all() {
        let line = judgement(&server, &bytes);
        if !line.ends_with(&format!(" {shown}")) {
            let expected = format!("a line of log that ends in {shown}");
            kit::fail(&readable(&bytes), &expected, &line, "src/request.rs");
        }
    }
}

#[test]
fn wrong_requests_are_told_from_right_ones() {
    let server = program().start();
    for (bytes, reason, _) in wrong::all() {
        let line = judgement(&server, &bytes);
        if !line.contains(" let go: ") || !line.contains(reason) {
            let expected = format!("a line of log with \"let go: \" and {reason:?}");
            let look_at = "src/syntax.rs and src/parse_error.rs";
            kit::fail(&readable(&bytes), &expected, &line, look_at);
        }
    }
    expect_alive(&server);
}

#[test]
fn a_request_may_arrive_byte_by_byte() {
    let server = program().start();
    let mut client = server.connect();
    client.send_byte_by_byte(get("/bit-by-bit"));
    client.expect_silent_end("src/reading.rs: one read may bring one byte");
    server.wait_for_log("GET /bit-by-bit");
}

/// The weakness that step 03 repairs: it has understood, and says nothing.
#[test]
fn weakness_it_understands_and_stays_silent() {
    let server = program().start();
    let mut client = server.connect();
    client.send(get("/understood"));
    client.expect_silent_end("nothing: step 02 is not expected to answer");
    server.wait_for_log("GET /understood");
}

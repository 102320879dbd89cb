//! What step 01 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Ending, Program, Server, get};

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/start.rs"]
mod start;

/// The standard streams and the listener.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 4;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-01-listener"))
}

/// Alive, for step 01: it accepts a client, and closes the connection.
#[track_caller]
fn expect_alive(server: &Server) {
    server
        .connect()
        .expect_silent_end("src/main.rs, `greet`: who owns the stream, and for how long?");
}

#[test]
fn every_connection_has_a_line_of_log() {
    let server = program().start();
    for _ in 0..3 {
        let mut client = server.connect();
        let line = server.wait_for_log(&client.name());
        assert!(
            line.contains("Connection established!"),
            "the line of log is {line:?}"
        );
        client.expect_silent_end("src/main.rs, `greet`");
    }
}

/// A stream that is kept somewhere is not closed, until there is no descriptor left.
#[test]
#[cfg(target_os = "linux")]
fn no_connection_is_kept() {
    let server = program().start();
    let at_rest = server.meter().descriptors;
    for _ in 0..100 {
        expect_alive(&server);
    }
    server.wait_for_descriptors(at_rest);
}

/// The weakness that step 02 begins to repair: whatever is asked, nothing is read and nothing said.
#[test]
fn weakness_it_reads_nothing_and_says_nothing() {
    let server = program().start();
    let mut client = server.connect();
    client.send(get("/"));
    let (received, ending) = client.read_to_end();
    assert!(received.is_empty(), "step 01 is not expected to answer");
    // Closed with our request unread, it may even be a reset.
    assert_ne!(
        ending,
        Ending::StillOpen,
        "the stream is still open: who owns it?"
    );
}

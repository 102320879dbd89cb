//! What step 01 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Client, Program, get, request};

mod shared {
    mod accept;
    pub mod start;
}

/// What everybody is told.
const REPLY: &[u8] = b"HTTP/1.1 200 OK\r\n\r\n<h1>Hello</h1>\n";

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-01-listener"))
}

/// The whole page, and behind it a clean end. A reset there may destroy the page on its way.
#[track_caller]
fn expect_page(mut client: Client) {
    let look_at = "src/main.rs, `greet`: Reset means that something was left unread, StillOpen \
                   that somebody still owns the stream";
    client.expect(REPLY, look_at);
}

#[test]
fn every_connection_has_a_line_of_log() {
    let server = program().start();
    for _ in 0..3 {
        let mut client = server.connect();
        server.wait_for_log(&format!("{} Connection established!", client.name()));
        client.send(get("/"));
        expect_page(client);
    }
}

/// So much arrives in one piece, and one read takes it.
#[test]
fn a_request_of_some_size_does_not_cost_the_page() {
    let server = program().start();
    for size in [1, 1_000, 8_000] {
        let long = format!("X: {}", "x".repeat(size));
        expect_page(server.client(request("GET", "/", &[&long])));
    }
}

/// It has asked for nothing, and cannot ask any more.
#[test]
fn a_client_that_says_it_has_nothing_to_say_gets_the_page_too() {
    let server = program().start();
    let client = server.connect();
    client.finish_sending();
    expect_page(client);
    expect_page(server.client(get("/")));
}

/// A stream that is kept somewhere is not closed, until there is no descriptor left. Who leaves
/// before asking must cost none either.
#[test]
#[cfg(target_os = "linux")]
fn no_connection_is_kept() {
    let server = program().start();
    let at_rest = server.meter().descriptors;
    for _ in 0..100 {
        drop(server.connect());
        server.connect().reset();
        expect_page(server.client(get("/")));
    }
    server.wait_for_descriptors(at_rest);
}

/// The weakness that step 02 begins to repair: whatever is asked, it says the same, and does not know
/// what it was.
#[test]
fn weakness_it_understands_nothing_and_says_the_same_to_all() {
    let server = program().start();
    let post = request("POST", "/nowhere", &[]);
    let tls = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec();
    for sent in [get("/nowhere"), post, b"hello\n".to_vec(), tls] {
        expect_page(server.client(sent));
    }
    server.wait_for_log_count("Connection established!", 4);
    let understood = server.log_count("nowhere");
    assert_eq!(understood, 0, "it is not expected to understand");
}

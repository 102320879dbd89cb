//! What step 02 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Client, Ending, Program, Server, heard, readable, request};

mod shared {
    mod accept;
    pub mod right;
    pub mod start;
    pub mod wrong;
}

use shared::{right, wrong};

/// All that step 02 ever says.
const PAGE: &[u8] = b"HTTP/1.1 200 OK\r\n\r\n<h1>Hello</h1>\n";

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-02-parse-request"))
}

/// The line of log that judges what a client has sent.
#[track_caller]
fn judgement(server: &Server, client: &Client, sent: &[u8]) -> String {
    let name = client.name();
    let is_judgement = |line: &str| {
        line.starts_with(&format!("{name} ")) && !line.ends_with("Connection established!")
    };
    let which = format!("about {name}, which sent {}", readable(sent));
    server.wait_for_log_line(&which, is_judgement)
}

#[test]
fn right_requests_are_understood_and_get_the_page() {
    let server = program().start();
    for (bytes, shown, _) in right::all() {
        let mut client = server.client(&bytes);
        client.expect(PAGE, "src/request.rs and src/syntax.rs");
        let line = judgement(&server, &client, &bytes);
        if line != format!("{} {shown}", client.name()) {
            let expected = format!("a line of log that ends in {shown}");
            kit::fail(&readable(&bytes), &expected, &line, "src/request.rs");
        }
    }
}

#[test]
fn wrong_requests_are_let_go_without_a_word() {
    let server = program().start();
    for (bytes, reason, _) in wrong::all() {
        let mut client = server.client(&bytes);
        // What was not read may make it a reset.
        let (received, ending) = client.read_to_end();
        let look_at = "src/syntax.rs and src/parse_error.rs";
        if !received.is_empty() || ending == Ending::StillOpen {
            let expected = "no bytes, and the end of the connection";
            let came = heard(&received, &ending);
            kit::fail(&readable(&bytes), expected, &came, look_at);
        }
        let line = judgement(&server, &client, &bytes);
        if !line.contains(" let go: ") || !line.contains(reason) {
            let expected = format!("a line of log with \"let go: \" and {reason:?}");
            kit::fail(&readable(&bytes), &expected, &line, look_at);
        }
    }
    shared::start::expect_alive(&server);
}

#[test]
fn every_connection_has_a_line_of_log() {
    let server = program().start();
    let mut client = server.connect();
    let name = client.name();
    server.wait_for_log(&format!("{name} Connection established!"));
    client.finish_sending();
    client.expect(b"", "src/reading.rs: what does a read of no bytes mean?");
    let reason = "the client closed before its request was complete";
    server.wait_for_log(&format!("{name} let go: {reason}"));
}

/// The weakness that step 03 repairs: it has understood, and says the same to all.
#[test]
fn weakness_it_says_the_same_to_all_whom_it_understands() {
    let server = program().start();
    for (method, target) in [("GET", "/nowhere"), ("DELETE", "/"), ("BREW", "/tea")] {
        let look_at = "nothing: step 02 is not expected to choose its reply";
        server
            .client(request(method, target, &[]))
            .expect(PAGE, look_at);
        server.wait_for_log(&format!("{method} {target}"));
    }
}

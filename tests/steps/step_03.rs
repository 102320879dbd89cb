//! What step 03 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, get};

mod shared {
    mod accept;
    mod drain;
    mod replies;
    mod right;
    mod start;
    mod wear;
    mod wrong;
}

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-03-respond"))
}

/// The weakness that step 04 begins to repair: a client that says nothing stops it for all.
#[test]
fn weakness_a_silent_client_stops_it_for_all() {
    let server = program().start();
    let silent = server.connect();
    let name = silent.name();
    server.wait_for_log(&format!("{name} connected"));
    let mut client = server.client(get("/"));
    let is_waiting = client.hears_nothing();
    assert!(is_waiting, "step 03 is not expected to answer yet");
    drop(silent);
    client.expect_reply(200, "the silent client has gone");
    let connected = server.when(&format!("{} connected", client.name()));
    let let_go = server.when(&format!("{name} let go"));
    assert!(let_go <= connected, "the silent client came first");
}

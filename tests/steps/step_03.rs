//! What step 03 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Server, get};

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/drain.rs"]
mod drain;
#[path = "shared/replies.rs"]
mod replies;
#[path = "shared/right.rs"]
mod right;
#[path = "shared/start.rs"]
mod start;
#[path = "shared/wear.rs"]
mod wear;
#[path = "shared/wrong.rs"]
mod wrong;

/// The standard streams and the listener.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 4;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-03-respond"))
}

/// Alive, from step 03 on: it answers.
#[track_caller]
fn expect_alive(server: &Server) {
    server.serves_on();
}

/// The weakness that step 04 begins to repair: a client that says nothing stops it for all.
#[test]
fn weakness_a_silent_client_stops_it_for_all() {
    let server = program().start();
    let silent = server.connect();
    server.wait_for_log(&format!("{} connected", silent.name()));
    let mut client = server.connect();
    client.send(get("/"));
    assert!(
        client.hears_nothing(),
        "step 03 is not expected to answer while a silent client is there"
    );
    let name = silent.name();
    drop(silent);
    client
        .reply()
        .expect_status(200, "the silent client has gone");
    server.expect_log_order(&[
        &format!("{name} let go"),
        &format!("{} connected", client.name()),
    ]);
}

//! What step 04 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, get};

mod shared {
    mod accept;
    mod deadlines;
    mod drain;
    mod replies;
    mod right;
    mod start;
    mod unread;
    mod wear;
    mod wrong;
}

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-04-slow-route"))
}

#[test]
fn sleep_takes_its_time_and_has_a_page() {
    let server = program().variable("SLEEP_MS", 200).start();
    let start = std::time::Instant::now();
    let reply = server.ask(get("/sleep?1"));
    reply
        .expect_status(200, "src/router.rs")
        .expect_in_page("</html>");
    let time = start.elapsed();
    assert!(time.as_millis() >= 200, "it took only {time:?}");
}

/// The weakness that step 05 repairs: while one handler sleeps, nobody else is even accepted.
#[test]
fn weakness_a_slow_handler_blocks_everybody() {
    let server = program().variable("SLEEP_MS", 500).start();
    let mut sleeper = server.client(get("/sleep"));
    server.wait_for_log("GET /sleep");
    let mut client = server.client(get("/"));
    client.expect_reply(200, "it only has to wait");
    sleeper.expect_reply(200, "it came first");
    let connected = server.when(&format!("{} connected", client.name()));
    let answered = server.when(&format!("{} 200 OK", sleeper.name()));
    assert!(answered <= connected, "it had to wait");
}

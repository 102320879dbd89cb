//! What step 04 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Server, get};

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/deadlines.rs"]
mod deadlines;
#[path = "shared/drain.rs"]
mod drain;
#[path = "shared/replies.rs"]
mod replies;
#[path = "shared/right.rs"]
mod right;
#[path = "shared/start.rs"]
mod start;
#[path = "shared/unread.rs"]
#[cfg(target_os = "linux")]
mod unread;
#[path = "shared/wear.rs"]
mod wear;
#[path = "shared/wrong.rs"]
mod wrong;

/// The standard streams and the listener.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 4;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-04-slow-route"))
}

#[track_caller]
fn expect_alive(server: &Server) {
    server.serves_on();
}

#[test]
fn sleep_takes_its_time_and_has_a_page() {
    let server = program().variable("SLEEP_MS", 200).start();
    let start = std::time::Instant::now();
    server
        .ask(get("/sleep?1"))
        .expect_status(200, "src/router.rs")
        .expect_in_page("</html>");
    assert!(
        start.elapsed().as_millis() >= 200,
        "it took only {:?}",
        start.elapsed()
    );
}

/// The weakness that step 05 repairs: while one handler sleeps, nobody else is even accepted.
#[test]
fn weakness_a_slow_handler_blocks_everybody() {
    let server = program().variable("SLEEP_MS", 500).start();
    let mut sleeper = server.connect();
    sleeper.send(get("/sleep"));
    server.wait_for_log("GET /sleep");
    let mut client = server.connect();
    client.send(get("/"));
    client.reply().expect_status(200, "it only has to wait");
    sleeper.reply().expect_status(200, "it came first");
    server.expect_log_order(&[
        &format!("{} 200 OK", sleeper.name()),
        &format!("{} connected", client.name()),
    ]);
}

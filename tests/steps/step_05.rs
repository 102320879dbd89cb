//! What step 05 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Signal, get};
use step_05_threadpool::ThreadPool;

mod shared {
    mod accept;
    mod clients;
    mod deadlines;
    mod descriptors;
    mod drain;
    mod left;
    mod load;
    mod pool;
    mod replies;
    mod right;
    mod start;
    mod thread_pool;
    mod unread;
    mod waiting_room;
    mod wear;
    mod wrong;
}

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-05-threadpool"))
}

/// The weakness that step 06 repairs: whoever waits for a reply when Ctrl-C comes, waits in vain.
#[test]
fn weakness_ctrl_c_cuts_replies_off() {
    let mut server = program().variable("SLEEP_MS", 60_000).start();
    let mut sleeper = server.client(get("/sleep"));
    server.wait_for_log("GET /sleep");
    server.signal(Signal::Interrupt);
    let code = server.wait_for_exit(kit::PATIENCE);
    assert_ne!(code, Some(0), "step 05 is not expected to stop gracefully");
    let (received, _) = sleeper.read_to_end();
    let is_cut_off = received.is_empty();
    assert!(is_cut_off, "step 05 is not expected to finish its replies");
}

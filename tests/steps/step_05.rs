//! What step 05 promises, and what it does not do yet.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Server, Signal, get};
use step_05_threadpool::ThreadPool;

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/clients.rs"]
mod clients;
#[path = "shared/deadlines.rs"]
mod deadlines;
#[cfg(unix)]
#[path = "shared/descriptors.rs"]
mod descriptors;
#[path = "shared/drain.rs"]
mod drain;
#[path = "shared/left.rs"]
mod left;
#[path = "shared/load.rs"]
mod load;
#[path = "shared/pool.rs"]
mod pool;
#[path = "shared/pool_panics.rs"]
mod pool_panics;
#[path = "shared/pool_queue.rs"]
mod pool_queue;
#[path = "shared/replies.rs"]
mod replies;
#[path = "shared/right.rs"]
mod right;
#[path = "shared/start.rs"]
mod start;
#[path = "shared/thread_pool.rs"]
mod thread_pool;
#[path = "shared/unread.rs"]
#[cfg(target_os = "linux")]
mod unread;
#[path = "shared/unread_pool.rs"]
#[cfg(target_os = "linux")]
mod unread_pool;
#[path = "shared/waiting_room.rs"]
mod waiting_room;
#[path = "shared/wear.rs"]
mod wear;
#[path = "shared/wrong.rs"]
mod wrong;

/// The standard streams and the listener.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 4;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-05-threadpool"))
}

#[track_caller]
fn expect_alive(server: &Server) {
    server.serves_on();
}

/// The weakness that step 06 repairs: whoever waits for a reply when Ctrl-C comes, waits in vain.
#[test]
fn weakness_ctrl_c_cuts_replies_off() {
    let mut server = program().variable("SLEEP_MS", 60_000).start();
    let mut sleeper = server.connect();
    sleeper.send(get("/sleep"));
    server.wait_for_log("GET /sleep");
    server.signal(Signal::Interrupt);
    assert_ne!(
        server.wait_for_exit(kit::PATIENCE),
        Some(0),
        "step 05 is not expected to stop gracefully"
    );
    let (received, _) = sleeper.read_to_end();
    assert!(
        received.is_empty(),
        "step 05 is not expected to finish its replies"
    );
}

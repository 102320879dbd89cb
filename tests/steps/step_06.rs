//! What step 06 promises.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Server};
use step_06_graceful_shutdown::ThreadPool;

#[path = "shared/accept.rs"]
#[cfg(target_os = "linux")]
mod accept;
#[path = "shared/deadlines.rs"]
mod deadlines;
#[path = "shared/drain.rs"]
mod drain;
#[path = "shared/load.rs"]
mod load;
#[path = "shared/pool.rs"]
mod pool;
#[path = "shared/replies.rs"]
mod replies;
#[path = "shared/right.rs"]
mod right;
#[path = "shared/start.rs"]
mod start;
#[path = "shared/stop.rs"]
mod stop;
#[path = "shared/thread_pool.rs"]
mod thread_pool;
#[path = "shared/unread.rs"]
#[cfg(target_os = "linux")]
mod unread;
#[path = "shared/wear.rs"]
mod wear;
#[path = "shared/wrong.rs"]
mod wrong;

/// The standard streams, the listener, and the pipe of the signals with a copy of one end.
#[cfg(target_os = "linux")]
const FEWEST_OPEN_FILES: u32 = 7;

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-06-graceful-shutdown"))
}

#[track_caller]
fn expect_alive(server: &Server) {
    server.serves_on();
}

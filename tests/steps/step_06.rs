//! What step 06 promises.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::{Program, Server};
use step_06_graceful_shutdown::ThreadPool;

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
#[path = "shared/log.rs"]
mod log;
#[path = "shared/main_panics.rs"]
mod main_panics;
#[path = "shared/pool.rs"]
mod pool;
#[path = "shared/pool_drop.rs"]
mod pool_drop;
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
#[path = "shared/stop.rs"]
mod stop;
#[path = "shared/stop_backlog.rs"]
mod stop_backlog;
#[cfg(target_os = "linux")]
#[path = "shared/stop_descriptors.rs"]
mod stop_descriptors;
#[path = "shared/stop_limit.rs"]
mod stop_limit;
#[path = "shared/stop_listener.rs"]
mod stop_listener;
#[cfg(unix)]
#[path = "shared/stop_signals.rs"]
mod stop_signals;
#[path = "shared/stop_uploads.rs"]
mod stop_uploads;
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

//! What step 06 promises.

// A test may panic. A server may not, so the lints of the steps forbid what could.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use kit::Program;
use step_06_graceful_shutdown::ThreadPool;

mod shared {
    mod accept;
    mod clients;
    mod deadlines;
    mod descriptors;
    mod drain;
    mod left;
    mod load;
    mod log;
    mod main_panics;
    mod pool;
    mod replies;
    mod right;
    mod start;
    mod stop;
    mod stop_descriptors;
    mod stop_listener;
    mod stop_signals;
    mod stop_uploads;
    mod thread_pool;
    mod unread;
    mod waiting_room;
    mod wear;
    mod wrong;
}

fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_step-06-graceful-shutdown"))
}

//! The standard library with a scheduler: unchanged code runs in *every* order of its threads, up to
//! a bound, on a clock that does not tick by itself.
//!
//! ```text
//! extern crate orders as std; // at the root of a test
//!
//! #[test]
//! fn nothing_is_lost() {
//!     let explorer = orders::Explorer::new("no addition is lost");
//!     explorer.explore(|| { /* threads, locks, channels */ }).unwrap();
//! }
//! ```
//!
//! What is replaced: `sync` (with `mpsc` and `atomic`), `thread`, `time`, and what belongs to them in
//! `panic`, `hint` and `process`. The rest is the real library. Outside of an exploration the
//! replacement behaves as the real library does.
//!
//! In an order one thread runs at a time. It gives its turn away only where it meets the others: at a
//! lock, a channel, an atomic, a notification. Which thread goes on there is a choice, and an order
//! is the list of these choices. Where the choice comes to the same (a join, a lock given back, a
//! receiver that finds something), there is none. Orders with few preemptions come first: a thread
//! loses its turn though it could go on. Time passes only when all threads wait.
//!
//! What no order shows:
//! - What weaker orderings than `SeqCst` allow: memory is sequentially consistent.
//! - More preemptions than the bound, and a limit of time that ends while others still compute.
//! - A wake-up of a condvar without cause, and a `compare_exchange_weak` that fails by chance.
//! - What happens between two points: the counts of an `Arc`, and `drop`s after a thread's last step.
//!
//! A whole program, which lives on a system of sockets and signals, can be run in one order at a time
//! that a seed chooses: [`walk`].
//!
//! What is not covered does not compile: `from_ptr` of atomics, `spawn_unchecked`, and what the
//! operating systems add to a `JoinHandle`. The end of the process and the panic hook are named when
//! they are called. Files, sockets, pipes, processes and `core::` are the real ones: a thread that
//! waits for one of them hangs, and is named after a while.

mod engine;
pub mod sync;
pub mod thread;
pub mod time;
pub mod walk;

// The names that are defined here hide the real ones.
pub use std::*;

pub use crate::engine::explorer::{Explorer, Report};
pub use crate::engine::failure::{Failure, Kind, Outcome};
pub use crate::engine::panics::last_panic;

/// `std::hint`, with a `spin_loop` that offers its turn to the others.
pub mod hint {
    pub use std::hint::*;

    #[track_caller]
    pub fn spin_loop() {
        crate::thread::yield_turn("spins");
        std::hint::spin_loop();
    }
}

/// `std::panic`. What unwinds the threads of an order that is over is no panic of the user's.
pub mod panic {
    use crate::engine::here::{not_covered, pass_on};
    pub use std::panic::*;
    use std::thread::Result;

    pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R> {
        std::panic::catch_unwind(f).map_err(pass_on)
    }

    #[track_caller]
    pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
        not_covered("std::panic::set_hook");
        std::panic::set_hook(hook);
    }

    #[track_caller]
    #[must_use]
    pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
        not_covered("std::panic::take_hook");
        std::panic::take_hook()
    }
}

/// `std::process`. An order cannot contain the end of the process.
pub mod process {
    use crate::engine::here::not_covered;
    pub use std::process::*;

    #[track_caller]
    pub fn exit(code: i32) -> ! {
        not_covered("std::process::exit");
        std::process::exit(code)
    }

    #[track_caller]
    pub fn abort() -> ! {
        not_covered("std::process::abort");
        std::process::abort()
    }
}

/// The real library, for what must not be a part of an order.
pub mod real {
    pub use std::*;
}

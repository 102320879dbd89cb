//! `std::panic`. What unwinds the threads of an order that is over is no panic of the user's.

pub use std::panic::*;

use crate::engine::here::{not_covered, pass_on};

pub fn catch_unwind<F: FnOnce() -> R + std::panic::UnwindSafe, R>(f: F) -> std::thread::Result<R> {
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

//! `Once`: the real one; the scheduler knows who makes the call.

use super::made::Made;
use crate::engine::is_over;
use std::sync::OnceState;

pub struct Once {
    pub(super) once: Made<std::sync::Once>,
}

#[deprecated(since = "1.38.0", note = "the `Once::new()` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)] // as the real one
pub const ONCE_INIT: Once = Once::new();

impl Once {
    #[allow(clippy::new_without_default)] // the real one has none
    #[must_use]
    pub const fn new() -> Once {
        let real = std::sync::Once::new();
        let once = Made::new("once", real, std::sync::Once::is_completed);
        Once { once }
    }

    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        let _making = self.once.begin();
        self.once.real.call_once(f);
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        let _making = self.once.begin();
        self.once.real.call_once_force(f);
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.once.look();
        self.once.real.is_completed()
    }

    #[track_caller]
    pub fn wait(&self) {
        self.once.wait();
        if !is_over() {
            self.once.real.wait();
        }
    }

    #[track_caller]
    pub fn wait_force(&self) {
        self.once.wait();
        if !is_over() {
            self.once.real.wait_force();
        }
    }
}

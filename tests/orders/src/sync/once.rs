//! `Once`: the real one; the scheduler knows who makes the call.

use super::made::{Made, Making};
use crate::engine::is_over;
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::OnceState;

pub struct Once {
    made: Made,
    real: std::sync::Once,
}

#[deprecated(since = "1.38.0", note = "the `Once::new()` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)] // as the real one
pub const ONCE_INIT: Once = Once::new();

impl Once {
    #[allow(clippy::new_without_default)] // the real one has none
    #[must_use]
    pub const fn new() -> Once {
        let (made, real) = (Made::new("once"), std::sync::Once::new());
        Once { made, real }
    }

    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        let _making = self.making();
        self.real.call_once(f);
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        let _making = self.making();
        self.real.call_once_force(f);
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.made.look(Location::caller(), self.real.is_completed());
        self.real.is_completed()
    }

    #[track_caller]
    pub fn wait(&self) {
        self.made
            .wait(Location::caller(), || self.real.is_completed());
        if !is_over() {
            self.real.wait();
        }
    }

    #[track_caller]
    pub fn wait_force(&self) {
        self.made
            .wait(Location::caller(), || self.real.is_completed());
        if !is_over() {
            self.real.wait_force();
        }
    }

    #[track_caller]
    fn making(&self) -> Option<Making> {
        self.made
            .begin(Location::caller(), || self.real.is_completed())
    }
}

impl Debug for Once {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

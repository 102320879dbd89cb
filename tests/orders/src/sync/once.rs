//! `Once`, and what `OnceLock` has in common with it: one thread makes, the others wait.

use super::making::{Making, look, wait};
use crate::engine::{Ident, is_over};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::OnceState;

pub struct Once {
    ident: Ident,
    real: std::sync::Once,
}

#[deprecated(since = "1.38.0", note = "the `Once::new()` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)] // as the real one
pub const ONCE_INIT: Once = Once::new();

impl Once {
    #[allow(clippy::new_without_default)] // the real one has none
    #[must_use]
    pub const fn new() -> Once {
        Once {
            ident: Ident::new(),
            real: std::sync::Once::new(),
        }
    }

    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        let _making = Making::start(&self.ident, Location::caller(), "once", || {
            self.real.is_completed()
        });
        self.real.call_once(f);
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        let _making = Making::start(&self.ident, Location::caller(), "once", || {
            self.real.is_completed()
        });
        self.real.call_once_force(f);
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        look(
            &self.ident,
            Location::caller(),
            "once",
            self.real.is_completed(),
        );
        self.real.is_completed()
    }

    #[track_caller]
    pub fn wait(&self) {
        wait(&self.ident, Location::caller(), "once", || {
            self.real.is_completed()
        });
        if !is_over() {
            self.real.wait();
        }
    }

    #[track_caller]
    pub fn wait_force(&self) {
        wait(&self.ident, Location::caller(), "once", || {
            self.real.is_completed()
        });
        if !is_over() {
            self.real.wait_force();
        }
    }
}

impl Debug for Once {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

//! `OnceLock`: the real one; the scheduler knows who is making the value.

use super::making::{Making, look, wait};
use crate::engine::{Ident, Place};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;

pub struct OnceLock<T> {
    ident: Ident,
    real: std::sync::OnceLock<T>,
}

const KIND: &str = "value that is made once";

impl<T> OnceLock<T> {
    #[must_use]
    pub const fn new() -> OnceLock<T> {
        OnceLock {
            ident: Ident::new(),
            real: std::sync::OnceLock::new(),
        }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        look(
            &self.ident,
            Location::caller(),
            KIND,
            self.real.get().is_some(),
        );
        self.real.get()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.real.get_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        wait(&self.ident, Location::caller(), KIND, || {
            self.real.get().is_some()
        });
        self.real.wait()
    }

    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let _making = self.making(Location::caller());
        self.real.set(value)
    }

    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        let _making = self.making(Location::caller());
        self.real.get_or_init(f)
    }

    pub fn into_inner(self) -> Option<T> {
        self.real.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.real.take()
    }

    fn making(&self, place: Place) -> Option<Making> {
        Making::start(&self.ident, place, KIND, || self.real.get().is_some())
    }

    pub(super) fn made(&self) -> Option<&T> {
        self.real.get()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: Debug> Debug for OnceLock<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> OnceLock<T> {
        match self.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        OnceLock {
            ident: Ident::new(),
            real: value.into(),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

//! `OnceLock`: the real one; the scheduler knows who is making the value.

use super::made::{Made, Making};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;

pub struct OnceLock<T> {
    made: Made,
    real: std::sync::OnceLock<T>,
}

impl<T> OnceLock<T> {
    #[must_use]
    pub const fn new() -> OnceLock<T> {
        OnceLock::with(std::sync::OnceLock::new())
    }

    const fn with(real: std::sync::OnceLock<T>) -> OnceLock<T> {
        let made = Made::new("value that is made once");
        OnceLock { made, real }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let is_made = self.real.get().is_some();
        self.made.look(Location::caller(), is_made);
        self.real.get()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.real.get_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        let is_made = || self.real.get().is_some();
        self.made.wait(Location::caller(), is_made);
        self.real.wait()
    }

    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let _making = self.making();
        self.real.set(value)
    }

    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        let _making = self.making();
        self.real.get_or_init(f)
    }

    #[track_caller]
    fn making(&self) -> Option<Making> {
        let is_made = || self.real.get().is_some();
        self.made.begin(Location::caller(), is_made)
    }

    pub fn into_inner(self) -> Option<T> {
        self.real.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.real.take()
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
        OnceLock::with(value.into())
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

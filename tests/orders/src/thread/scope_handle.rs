//! Waiting for the end of a thread that borrows.

use super::Thread;
use super::join_handles::Ordered;
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;

pub struct ScopedJoinHandle<'scope, T>(pub(super) Inner<'scope, T>);

pub(super) enum Inner<'scope, T> {
    Real(std::thread::ScopedJoinHandle<'scope, T>, Thread),
    Ordered(Ordered<T>),
}

impl<T> ScopedJoinHandle<'_, T> {
    #[must_use]
    pub fn thread(&self) -> &Thread {
        match &self.0 {
            Inner::Real(_, thread) => thread,
            Inner::Ordered(ordered) => &ordered.thread,
        }
    }

    #[track_caller]
    pub fn join(self) -> std::thread::Result<T> {
        match self.0 {
            Inner::Real(real, _) => real.join(),
            Inner::Ordered(ordered) => ordered.join(Location::caller()),
        }
    }

    #[track_caller]
    pub fn is_finished(&self) -> bool {
        match &self.0 {
            Inner::Real(real, _) => real.is_finished(),
            Inner::Ordered(ordered) => ordered.is_finished(Location::caller()),
        }
    }
}

impl<T> Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

//! Waiting for the end of a thread.

use super::Thread;
use crate::engine::{CLOCK, Packet, Place, Step, Tid, Wait, inside, leave_for_good, locked};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::thread::Result;

pub struct JoinHandle<T>(pub(super) Handle<std::thread::JoinHandle<T>, T>);

pub struct ScopedJoinHandle<'scope, T>(
    pub(super) Handle<std::thread::ScopedJoinHandle<'scope, T>, T>,
);

/// The real one outside of an order; inside a thread of it, and where its result will be.
pub(super) enum Handle<R, T> {
    Real(R, Thread),
    Ordered(Thread, Packet<T>),
}

impl<T> JoinHandle<T> {
    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.0
            .join(Location::caller(), std::thread::JoinHandle::join)
    }

    #[track_caller]
    pub fn is_finished(&self) -> bool {
        let real = std::thread::JoinHandle::is_finished;
        self.0.is_finished(Location::caller(), real)
    }
}

impl<T> Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    #[track_caller]
    pub fn join(self) -> Result<T> {
        let real = std::thread::ScopedJoinHandle::join;
        self.0.join(Location::caller(), real)
    }

    #[track_caller]
    pub fn is_finished(&self) -> bool {
        let real = std::thread::ScopedJoinHandle::is_finished;
        self.0.is_finished(Location::caller(), real)
    }
}

impl<T> Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

impl<R, T> Handle<R, T> {
    fn thread(&self) -> &Thread {
        let (Handle::Real(_, thread) | Handle::Ordered(thread, _)) = self;
        thread
    }

    /// Waits for the end, and takes the result.
    fn join(self, place: Place, real: impl FnOnce(R) -> Result<T>) -> Result<T> {
        let (thread, packet) = match self {
            Handle::Real(handle, _) => return real(handle),
            Handle::Ordered(thread, packet) => (thread, packet),
        };
        let tid = thread.tid();
        if let Some(me) = inside() {
            me.step(Step::at(place).wait(Wait::Ends(vec![tid])), |state| {
                let thread = &mut state.threads[tid];
                thread.joined = true;
                let name = thread.name.clone();
                state.say(|| format!("has joined {name}"));
            });
        }
        let mut result = locked(&packet);
        result.take().unwrap_or_else(|| leave_for_good())
    }

    fn is_finished(&self, place: Place, real: impl FnOnce(&R) -> bool) -> bool {
        match self {
            Handle::Real(handle, _) => real(handle),
            Handle::Ordered(thread, _) => is_finished(thread.tid(), place),
        }
    }
}

fn is_finished(tid: Tid, place: Place) -> bool {
    let Some(me) = inside() else {
        return true;
    };
    let answer = me.step(Step::at(place).look(CLOCK), |state| {
        let thread = &mut state.threads[tid];
        let (ended, name) = (thread.ended, thread.name.clone());
        // Between its last step and its end there is a moment, in which it is not finished.
        let noticed = thread.seen_ended || !ended || thread.ended_at < state.now;
        thread.seen_ended |= ended;
        let finished = ended && (noticed || state.run.schedule.choose(2) == 0);
        let not = if finished { "" } else { "not " };
        state.say(|| format!("sees that {name} is {not}finished"));
        finished
    });
    answer.unwrap_or(true)
}

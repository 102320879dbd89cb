//! `Condvar`: who waits is known to the scheduler, and whom `notify_one` wakes is a choice.

use super::MutexGuard;
use super::condvar_wait::{WaitTimeoutResult, Waited};
use super::taken::mapped;
use crate::engine::{Known, Model};
use std::panic::Location;
use std::sync::LockResult;
use std::time::Duration;

pub struct Condvar {
    pub(super) known: Known,
    pub(super) real: std::sync::Condvar,
}

impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}

impl Condvar {
    #[must_use]
    pub const fn new() -> Condvar {
        let known = Known::new("condvar", || Model::Condvar { early: None });
        let real = std::sync::Condvar::new();
        Condvar { known, real }
    }

    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let waited = self.wait_for(guard, None, Location::caller());
        mapped(waited, |(guard, _)| guard)
    }

    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(guard.look()) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// As [`std::sync::Condvar::wait_timeout`], on the clock of the order.
    #[track_caller]
    pub fn wait_timeout<'a, T>(&self, guard: MutexGuard<'a, T>, time: Duration) -> Waited<'a, T> {
        self.wait_for(guard, Some(time), Location::caller())
    }

    #[track_caller]
    #[deprecated(
        since = "1.6.0",
        note = "replaced by `std::sync::Condvar::wait_timeout`"
    )]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let waited = self.wait_timeout(guard, Duration::from_millis(ms.into()));
        mapped(waited, |(guard, late)| (guard, !late.timed_out()))
    }

    /// As [`std::sync::Condvar::wait_timeout_while`], on the clock of the order.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        time: Duration,
        mut condition: F,
    ) -> Waited<'a, T>
    where
        F: FnMut(&mut T) -> bool,
    {
        let start = crate::time::Instant::now();
        while condition(guard.look()) {
            let left = time.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Ok((guard, WaitTimeoutResult(true)));
            }
            guard = self.wait_timeout(guard, left)?.0;
        }
        Ok((guard, WaitTimeoutResult(false)))
    }

    /// As [`std::sync::Condvar::notify_one`]. Whom it wakes is a choice.
    #[track_caller]
    pub fn notify_one(&self) {
        self.wake_some(Location::caller(), "notify_one", false);
        self.real.notify_one();
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.wake_some(Location::caller(), "notify_all", true);
        self.real.notify_all();
    }
}

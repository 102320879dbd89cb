//! `Condvar`: who waits is known to the scheduler, and whom `notify_one` wakes is a choice.

use super::MutexGuard;
use super::condvar_wait::{WaitTimeoutResult, Waited, first, with};
use crate::engine::{Here, Ident, here};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::{LockResult, PoisonError};
use std::time::Duration;

#[derive(Default)]
pub struct Condvar {
    pub(super) ident: Ident,
    real: std::sync::Condvar,
}

impl Debug for Condvar {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

impl Condvar {
    #[must_use]
    pub const fn new() -> Condvar {
        Condvar {
            ident: Ident::new(),
            real: std::sync::Condvar::new(),
        }
    }

    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let place = Location::caller();
        match here() {
            Here::Inside(me) => first(self.wait_inside(&me, guard, None, place)),
            Here::Over => Ok(guard),
            Here::Outside => {
                let (mutex, real, place) = guard.into_real();
                mutex.guard(self.real.wait(real.expect("the guard is in use")), place)
            }
        }
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
        let place = Location::caller();
        match here() {
            Here::Inside(me) => self.wait_inside(&me, guard, Some(time), place),
            Here::Over => Ok((guard, WaitTimeoutResult(true))),
            Here::Outside => {
                let (mutex, real, place) = guard.into_real();
                let real = real.expect("the guard is in use");
                let (result, late) = match self.real.wait_timeout(real, time) {
                    Ok((real, late)) => (Ok(real), late),
                    Err(error) => {
                        let (real, late) = error.into_inner();
                        (Err(PoisonError::new(real)), late)
                    }
                };
                with(mutex.guard(result, place), late.timed_out())
            }
        }
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
        match self.wait_timeout(guard, Duration::from_millis(ms.into())) {
            Ok((guard, late)) => Ok((guard, !late.timed_out())),
            Err(error) => {
                let (guard, late) = error.into_inner();
                Err(PoisonError::new((guard, !late.timed_out())))
            }
        }
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
        loop {
            if !condition(guard.look()) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let Some(left) = time
                .checked_sub(start.elapsed())
                .filter(|left| !left.is_zero())
            else {
                return Ok((guard, WaitTimeoutResult(true)));
            };
            guard = self.wait_timeout(guard, left)?.0;
        }
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

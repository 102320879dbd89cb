//! `Condvar`: who waits is known to the scheduler, and whom `notify_one` wakes is a choice.

use super::MutexGuard;
use crate::engine::{Here, Id, Ident, Me, Model, Place, Step, Tid, Wait, here, inside};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::{LockResult, PoisonError};
use std::time::Duration;

#[derive(Default)]
pub struct Condvar {
    ident: Ident,
    real: std::sync::Condvar,
}

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Debug for Condvar {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

type Waited<'a, T> = LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;

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
        self.notify(Location::caller(), "notify_one", false);
        self.real.notify_one();
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.notify(Location::caller(), "notify_all", true);
        self.real.notify_all();
    }

    fn notify(&self, place: Place, call: &'static str, all: bool) {
        let Some(me) = inside() else {
            return;
        };
        let id = self.id(&me, place);
        me.step(Step::at(place), |state| {
            let waits =
                |wait: &Wait| matches!(wait, Wait::Notice { condvar, .. } if *condvar == id);
            let late = |until: Option<Duration>, now| until.is_some_and(|until| until <= now);
            let threads = state.threads.iter().enumerate();
            let threads =
                threads.filter(|(_, t)| waits(&t.wait) && !t.noticed && !late(t.until, state.now));
            let mut waiting: Vec<Tid> = threads.map(|(tid, _)| tid).collect();
            if waiting.is_empty() {
                *state.model(id) = Model::Condvar {
                    early: Some((me.tid, place)),
                };
                return state.say(|| format!("{call} of #{id}#: nobody waits"));
            }
            if !all {
                waiting = vec![waiting[state.schedule.choose(waiting.len())]];
            }
            for tid in &waiting {
                state.threads[*tid].noticed = true;
            }
            *state.model(id) = Model::Condvar { early: None };
            state.change(id);
            let names: Vec<String> = waiting
                .iter()
                .map(|tid| state.threads[*tid].name.clone())
                .collect();
            state.say(|| format!("{call} of #{id}#: wakes {}", names.join(" and ")));
        });
    }

    fn id(&self, me: &Me, place: Place) -> Id {
        me.id(
            &self.ident,
            place,
            "condvar",
            Model::Condvar { early: None },
        )
    }

    fn wait_inside<'a, T>(
        &self,
        me: &Me,
        guard: MutexGuard<'a, T>,
        time: Option<Duration>,
        place: Place,
    ) -> Waited<'a, T> {
        let condvar = self.id(me, place);
        // One step: it gives the lock back, and waits from that moment on.
        let mut until = None;
        let released = me.step(Step::at(place), |state| {
            until = time.and_then(|time| state.after(time));
            state.threads[me.tid].noticed = false;
        });
        let (mutex, lock) = guard.release(me, place);
        if released.is_some() {
            me.exec
                .state()
                .say(|| format!("waits for #{condvar}#, and releases #{lock}#"));
        }
        let step = Step::at(place)
            .wait(Wait::Notice { condvar, lock })
            .until(until);
        let late = me.step(step, |state| {
            let late = !std::mem::take(&mut state.threads[me.tid].noticed);
            state.take_lock(lock, me.tid, place);
            let why = if late {
                "the time is over"
            } else {
                "is notified"
            };
            state.say(|| format!("{why}, and takes #{lock}# again"));
            late
        });
        with(mutex.again(place), late.unwrap_or(true))
    }
}

fn with<T>(result: LockResult<MutexGuard<'_, T>>, late: bool) -> Waited<'_, T> {
    match result {
        Ok(guard) => Ok((guard, WaitTimeoutResult(late))),
        Err(error) => Err(PoisonError::new((
            error.into_inner(),
            WaitTimeoutResult(late),
        ))),
    }
}

fn first<'a, T>(result: Waited<'a, T>) -> LockResult<MutexGuard<'a, T>> {
    match result {
        Ok((guard, _)) => Ok(guard),
        Err(error) => Err(PoisonError::new(error.into_inner().0)),
    }
}

//! How a thread waits for a notification, and how it gets one.

use super::{Condvar, MutexGuard};
use crate::engine::{Id, Me, Model, Place, Step, Tid, Wait, inside};
use std::sync::{LockResult, PoisonError};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(pub(super) bool);

impl WaitTimeoutResult {
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

pub(super) type Waited<'a, T> = LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;

impl Condvar {
    pub(super) fn notify(&self, place: Place, call: &'static str, all: bool) {
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

    pub(super) fn wait_inside<'a, T>(
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

pub(super) fn with<T>(result: LockResult<MutexGuard<'_, T>>, late: bool) -> Waited<'_, T> {
    match result {
        Ok(guard) => Ok((guard, WaitTimeoutResult(late))),
        Err(error) => Err(PoisonError::new((
            error.into_inner(),
            WaitTimeoutResult(late),
        ))),
    }
}

pub(super) fn first<'a, T>(result: Waited<'a, T>) -> LockResult<MutexGuard<'a, T>> {
    match result {
        Ok((guard, _)) => Ok(guard),
        Err(error) => Err(PoisonError::new(error.into_inner().0)),
    }
}

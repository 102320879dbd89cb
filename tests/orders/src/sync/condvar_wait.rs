//! How a thread waits for a notification, and how it gets one.

use super::{Condvar, MutexGuard};
use crate::engine::state::State;
use crate::engine::{Id, Me, Model, Place, Step, Tid, Wait, inside};
use std::mem;
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
    pub(super) fn wake_some(&self, place: Place, call: &'static str, all: bool) {
        let Some(me) = inside() else {
            return;
        };
        let id = self.id(&me, place);
        me.step(Step::at(place), |state| {
            let mut woken = waiting(state, id);
            if !all && !woken.is_empty() {
                woken = vec![woken[state.schedule.choose(woken.len())]];
            }
            let early = woken.is_empty().then_some((me.tid, place));
            *state.model(id) = Model::Condvar { early };
            let mut names = Vec::new();
            for tid in woken {
                let thread = &mut state.threads[tid];
                thread.noticed = true;
                names.push(thread.name.clone());
                state.change(id);
            }
            state.say(|| match early {
                Some(_) => format!("{call} of #{id}#: nobody waits"),
                None => format!("{call} of #{id}#: wakes {}", names.join(" and ")),
            });
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
        let until = me.step(Step::at(place), |state| {
            state.threads[me.tid].noticed = false;
            time.and_then(|time| state.after(time))
        });
        let (mutex, lock) = guard.release(me, place);
        let text = || format!("waits for #{condvar}#, and releases #{lock}#");
        me.exec.state().say(text);
        let step = Step::at(place).wait(Wait::Notice { condvar, lock });
        let late = me.step(step.until(until.flatten()), |state| {
            let noticed = mem::take(&mut state.threads[me.tid].noticed);
            state.take_lock(lock, me.tid, place);
            let why = if noticed {
                "is notified"
            } else {
                "the time is over"
            };
            state.say(|| format!("{why}, and takes #{lock}# again"));
            !noticed
        });
        with(mutex.again(place), late.unwrap_or(true))
    }
}

/// Who waits for this condvar, and has neither been woken nor waited long enough.
fn waiting(state: &State, id: Id) -> Vec<Tid> {
    let threads = state.threads.iter().enumerate().filter(|(_, thread)| {
        let late = thread.until.is_some_and(|until| until <= state.now);
        let here = matches!(thread.wait, Wait::Notice { condvar, .. } if condvar == id);
        here && !late && !thread.noticed
    });
    threads.map(|(tid, _)| tid).collect()
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

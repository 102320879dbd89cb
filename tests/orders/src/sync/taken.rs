//! A lock as the scheduler knows it, and the way from the real library's guards to ours.

use crate::engine::{Id, Known, Me, Model, Place, Step, Wait, is_over, patiently};
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

pub(super) struct Lock(Known);

impl Lock {
    pub const fn new(kind: &'static str) -> Lock {
        Lock(Known::new(kind, || Model::Lock {
            writer: None,
            readers: Vec::new(),
        }))
    }

    pub fn id(&self, me: &Me, place: Place) -> Id {
        self.0.id(me, place)
    }

    /// Waits until the lock is free, and takes it. `how` goes into the story.
    pub fn take(&self, place: Place, write: bool, how: &str) {
        if let Some((me, id)) = self.0.here(place) {
            let step = Step::at(place).wait(Wait::Lock(id, write)).look(id);
            me.step(step, |state| {
                state.take(id, (me.tid, place), write);
                state.say(|| format!("takes #{id}#{how}"));
            });
        }
    }

    /// One look, which takes the lock if it is free. `false`: it is held.
    pub fn try_take(&self, place: Place, write: bool) -> bool {
        let Some((me, id)) = self.0.here(place) else {
            return true;
        };
        let free = me.step(Step::at(place).look(id), |state| {
            state.run.tried = true;
            let free = state.is_free(id, write);
            if free {
                state.take(id, (me.tid, place), write);
            }
            let answer = if free { "takes it" } else { "it is held" };
            state.say(|| format!("tries #{id}#, and {answer}"));
            free
        });
        free.unwrap_or(true)
    }

    /// A look whether it is poisoned.
    pub fn look(&self, place: Place) {
        if let Some((me, id)) = self.0.here(place) {
            me.step(Step::at(place).look(id), |state| {
                state.run.tried = true;
                state.say(|| format!("looks whether #{id}# is poisoned"));
            });
        }
    }

    /// The end of a guard, which holds the real one since this place. `written`: as of `State::free`.
    pub fn give_back<R>(&self, place: Place, real: Option<R>, written: Option<bool>) {
        let (Some(real), Some((me, id))) = (real, self.0.gently(place)) else {
            return;
        };
        me.give_back(place, |state| {
            drop(real);
            state.free(id, (me.tid, place), written);
            state.say(|| format!("releases #{id}#"));
        });
    }
}

/// The guard of a lock that the scheduler has given to this thread, so that it is free; or soon
/// free, if the order is over.
pub(super) fn taken<R, G>(
    lock: impl FnOnce() -> LockResult<R>,
    attempt: impl Fn() -> TryLockResult<R>,
    wrap: impl FnOnce(R) -> G,
) -> LockResult<G> {
    if !is_over() {
        return wrapped(lock(), wrap);
    }
    let taken = patiently(|| match attempt() {
        Ok(guard) => Some(Ok(guard)),
        Err(TryLockError::Poisoned(error)) => Some(Err(error)),
        Err(TryLockError::WouldBlock) => None,
    });
    wrapped(taken, wrap)
}

fn wrapped<R, G>(result: LockResult<R>, wrap: impl FnOnce(R) -> G) -> LockResult<G> {
    match result {
        // Threads that unwind have poisoned it. The error might be unwrapped.
        Err(error) if is_over() => Ok(wrap(error.into_inner())),
        result => mapped(result, wrap),
    }
}

pub(super) fn tried<R, G>(result: TryLockResult<R>, wrap: impl FnOnce(R) -> G) -> TryLockResult<G> {
    match result {
        Ok(real) => Ok(wrap(real)),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
        Err(TryLockError::Poisoned(error)) => Ok(wrapped(Err(error), wrap)?),
    }
}

/// Something else in place of what is locked, poisoned or not.
pub(super) fn mapped<R, G>(result: LockResult<R>, wrap: impl FnOnce(R) -> G) -> LockResult<G> {
    match result {
        Ok(real) => Ok(wrap(real)),
        Err(error) => Err(PoisonError::new(wrap(error.into_inner()))),
    }
}

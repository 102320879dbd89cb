//! `Mutex`: the real one, asked for only when the scheduler knows that it is free.

use super::MutexGuard;
use super::taken::{taken, tried, wrapped};
use crate::engine::inside;
use crate::engine::{Id, Ident, Me, Model, Place, Step, Wait};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::{LockResult, TryLockError, TryLockResult};

pub struct Mutex<T: ?Sized> {
    ident: Ident,
    real: std::sync::Mutex<T>,
}

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Mutex<T> {
        Mutex {
            ident: Ident::new(),
            real: std::sync::Mutex::new(value),
        }
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.real.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        if let Some(me) = inside() {
            let id = self.id(&me, place);
            me.step(Step::at(place).wait(Wait::Lock(id)).look(id), |state| {
                state.take_lock(id, me.tid, place);
                state.say(|| format!("takes #{id}#"));
            });
        }
        self.again(place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        if self.is_free(place) == Some(false) {
            return Err(TryLockError::WouldBlock);
        }
        tried(self.real.try_lock(), |real| {
            MutexGuard::new(self, real, place)
        })
    }

    /// One look, which takes the lock if it is free.
    fn is_free(&self, place: Place) -> Option<bool> {
        let me = inside()?;
        let id = self.id(&me, place);
        me.step(Step::at(place).look(id), |state| {
            state.tried = true;
            let free = matches!(state.model(id), Model::Lock { holder: None });
            if free {
                state.take_lock(id, me.tid, place);
            }
            let answer = if free { "takes it" } else { "it is held" };
            state.say(|| format!("tries #{id}#, and {answer}"));
            free
        })
    }

    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        if let Some(me) = inside() {
            let place = Location::caller();
            let id = self.id(&me, place);
            me.step(Step::at(place).look(id), |state| {
                state.tried = true;
                state.say(|| format!("looks whether #{id}# is poisoned"));
            });
        }
        self.real.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.real.clear_poison();
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.real.get_mut()
    }

    pub(super) fn id(&self, me: &Me, place: Place) -> Id {
        me.id(&self.ident, place, "lock", Model::Lock { holder: None })
    }

    /// The guard for a lock that the scheduler has just given to this thread.
    pub(super) fn again(&self, place: Place) -> LockResult<MutexGuard<'_, T>> {
        let wrap = |real| MutexGuard::new(self, real, place);
        taken(|| self.real.lock(), || self.real.try_lock(), wrap)
    }

    pub(super) fn guard<'a>(
        &'a self,
        real: LockResult<std::sync::MutexGuard<'a, T>>,
        place: Place,
    ) -> LockResult<MutexGuard<'a, T>> {
        wrapped(real, |real| MutexGuard::new(self, real, place))
    }
}

impl<T: ?Sized + Debug> Debug for Mutex<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Mutex<T> {
        Mutex::new(value)
    }
}

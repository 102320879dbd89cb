//! `Mutex`: the real one, asked for only when the scheduler knows that it is free.

use super::MutexGuard;
use crate::engine::{Id, Ident, Me, Model, Place, Step, Wait, inside};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

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
        self.guard(self.real.lock(), place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        if let Some(me) = inside() {
            let id = self.id(&me, place);
            let got = me.step(Step::at(place).look(id), |state| {
                state.tried = true;
                let free = matches!(state.model(id), Model::Lock { holder: None });
                if free {
                    state.take_lock(id, me.tid, place);
                }
                state.say(|| {
                    format!(
                        "tries #{id}#, and {}",
                        if free { "takes it" } else { "it is held" }
                    )
                });
                free
            });
            if got == Some(false) {
                return Err(TryLockError::WouldBlock);
            }
        }
        match self.real.try_lock() {
            Ok(real) => Ok(self.wrap(real, place)),
            Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
            Err(TryLockError::Poisoned(error)) => {
                let guard = self.wrap(error.into_inner(), place);
                Err(TryLockError::Poisoned(PoisonError::new(guard)))
            }
        }
    }

    pub fn is_poisoned(&self) -> bool {
        if let Some(me) = inside() {
            me.exec.state().tried = true;
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

    fn wrap<'a>(&'a self, real: std::sync::MutexGuard<'a, T>, place: Place) -> MutexGuard<'a, T> {
        MutexGuard::new(self, real, place)
    }

    pub(super) fn guard<'a>(
        &'a self,
        real: LockResult<std::sync::MutexGuard<'a, T>>,
        place: Place,
    ) -> LockResult<MutexGuard<'a, T>> {
        match real {
            Ok(real) => Ok(self.wrap(real, place)),
            Err(error) => Err(PoisonError::new(self.wrap(error.into_inner(), place))),
        }
    }
}

impl<'a, T: ?Sized> Mutex<T> {
    /// The guard for a lock that the scheduler has just given to this thread.
    pub(super) fn again(&'a self, place: Place) -> LockResult<MutexGuard<'a, T>> {
        self.guard(self.real.lock(), place)
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

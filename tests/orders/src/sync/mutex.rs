//! `Mutex`: the real one, asked for only when the scheduler knows that it is free.

use crate::engine::{Id, Ident, Me, Model, Place, Step, Wait, gently, inside};
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, DerefMut};
use std::panic::Location;
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

pub struct Mutex<T: ?Sized> {
    ident: Ident,
    real: std::sync::Mutex<T>,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    mutex: &'a Mutex<T>,
    /// `None` only while it is dropped.
    real: Option<std::sync::MutexGuard<'a, T>>,
    place: Place,
    /// Somebody could have changed the value.
    written: bool,
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

    fn id(&self, me: &Me, place: Place) -> Id {
        me.id(&self.ident, place, "lock", Model::Lock { holder: None })
    }

    fn wrap<'a>(&'a self, real: std::sync::MutexGuard<'a, T>, place: Place) -> MutexGuard<'a, T> {
        MutexGuard {
            mutex: self,
            real: Some(real),
            place,
            written: false,
        }
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

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// The value, to look at it.
    pub(super) fn look(&mut self) -> &mut T {
        self.real.as_mut().expect("the guard is in use")
    }

    /// Releases the lock without a step of its own. What is left is to take it again.
    pub(super) fn release(mut self, me: &Me, place: Place) -> (&'a Mutex<T>, Id) {
        let (mutex, since, written) = (self.mutex, self.place, self.written);
        let id = mutex.id(me, place);
        drop(self.real.take());
        me.exec.state().free_lock(id, (me.tid, since), written);
        (mutex, id)
    }

    /// The real parts, for the real library.
    pub(super) fn into_real(
        mut self,
    ) -> (&'a Mutex<T>, Option<std::sync::MutexGuard<'a, T>>, Place) {
        (self.mutex, self.real.take(), self.place)
    }
}

impl<'a, T: ?Sized> Mutex<T> {
    /// The guard for a lock that the scheduler has just given to this thread.
    pub(super) fn again(&'a self, place: Place) -> LockResult<MutexGuard<'a, T>> {
        self.guard(self.real.lock(), place)
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("the guard is in use")
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.written = true;
        self.real.as_mut().expect("the guard is in use")
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        let Some(real) = self.real.take() else {
            return;
        };
        if let Some(me) = gently() {
            let id = self.mutex.id(&me, self.place);
            me.give_back(self.place, |state| {
                drop(real);
                state.free_lock(id, (me.tid, self.place), self.written);
                state.say(|| format!("releases #{id}#"));
            });
        }
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

impl<T: ?Sized + Debug> Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + Display> Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

//! The guard of a `Mutex`.

use super::Mutex;
use crate::engine::{Id, Me, Place, gently};
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, DerefMut};

type Real<'a, T> = std::sync::MutexGuard<'a, T>;

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    mutex: &'a Mutex<T>,
    /// `None` only while it is dropped.
    real: Option<std::sync::MutexGuard<'a, T>>,
    place: Place,
    /// Somebody could have changed the value.
    written: bool,
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub(super) fn new(mutex: &'a Mutex<T>, real: Real<'a, T>, place: Place) -> MutexGuard<'a, T> {
        MutexGuard {
            mutex,
            real: Some(real),
            place,
            written: false,
        }
    }

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

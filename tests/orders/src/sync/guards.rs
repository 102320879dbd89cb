//! The guards of a `Mutex` and of a `RwLock`.

use super::{Mutex, RwLock};
use crate::engine::{Id, Me, Place, gently};
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, DerefMut};
use std::panic::Location;

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Mutex<T>,
    /// `None` only while it is dropped.
    real: Option<std::sync::MutexGuard<'a, T>>,
    place: Place,
    /// Whether somebody could have changed the value. `None`: nobody can.
    written: Option<bool>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    real: Option<std::sync::RwLockReadGuard<'a, T>>,
    place: Place,
    written: Option<bool>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    real: Option<std::sync::RwLockWriteGuard<'a, T>>,
    place: Place,
    written: Option<bool>,
}

/// What they have in common. Nobody writes through one whose `written` is `None`.
macro_rules! guards {
    ($($guard:ident of $lock:ident: $written:expr,)+) => {$(
        impl<'a, T: ?Sized> $guard<'a, T> {
            pub(super) fn new(
                lock: &'a $lock<T>,
                real: std::sync::$guard<'a, T>,
                place: Place,
            ) -> Self {
                let (real, written) = (Some(real), $written);
                $guard { lock, real, place, written }
            }
        }

        impl<T: ?Sized> Deref for $guard<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                self.real.as_ref().expect("the guard is in use")
            }
        }

        impl<T: ?Sized> Drop for $guard<'_, T> {
            fn drop(&mut self) {
                self.lock.lock.give_back(self.place, self.real.take(), self.written);
            }
        }

        impl<T: ?Sized + Debug> Debug for $guard<'_, T> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<T: ?Sized + Display> Display for $guard<'_, T> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )+};
}

guards! {
    MutexGuard of Mutex: Some(false),
    RwLockReadGuard of RwLock: None,
    RwLockWriteGuard of RwLock: Some(false),
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.written = Some(true);
        self.look()
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.written = Some(true);
        self.real.as_mut().expect("the guard is in use")
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// The value, to look at it.
    pub(super) fn look(&mut self) -> &mut T {
        self.real.as_mut().expect("the guard is in use")
    }

    /// Releases the lock without a step of its own. What is left is to take it again.
    pub(super) fn release(self, me: &Me, place: Place) -> (&'a Mutex<T>, Id) {
        let id = self.lock.lock.id(me, place);
        let written = self.written;
        let (lock, real, since) = self.into_real();
        drop(real);
        me.exec.state().free(id, (me.tid, since), written);
        (lock, id)
    }

    /// The real parts, for the real library.
    pub(super) fn into_real(mut self) -> (&'a Mutex<T>, std::sync::MutexGuard<'a, T>, Place) {
        let real = self.real.take().expect("the guard is in use");
        (self.lock, real, self.place)
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// As `downgrade` of the real library, since Rust 1.92. Outside of an order another writer
    /// may come between.
    #[track_caller]
    pub fn downgrade(mut s: Self) -> RwLockReadGuard<'a, T> {
        let (lock, place) = (s.lock, Location::caller());
        drop(s.real.take());
        if let Some(me) = gently() {
            let id = lock.lock.id(&me, place);
            me.give_back(place, |state| {
                state.free(id, (me.tid, place), s.written);
                state.take(id, (me.tid, place), false);
                state.say(|| format!("only reads #{id}# from now on"));
            });
        }
        RwLockReadGuard::new(lock, lock.real_read(), place)
    }
}

//! The guards of a `RwLock`.

use super::RwLock;
use crate::engine::{Place, gently};
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, DerefMut};
use std::panic::Location;

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    real: Option<std::sync::RwLockReadGuard<'a, T>>,
    place: Place,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    real: Option<std::sync::RwLockWriteGuard<'a, T>>,
    place: Place,
    written: bool,
}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    pub(super) fn new(
        lock: &'a RwLock<T>,
        real: std::sync::RwLockReadGuard<'a, T>,
        place: Place,
    ) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard {
            lock,
            real: Some(real),
            place,
        }
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub(super) fn new(
        lock: &'a RwLock<T>,
        real: std::sync::RwLockWriteGuard<'a, T>,
        place: Place,
    ) -> RwLockWriteGuard<'a, T> {
        RwLockWriteGuard {
            lock,
            real: Some(real),
            place,
            written: false,
        }
    }

    /// As `downgrade` of the real library, since Rust 1.92. Outside of an order another writer
    /// may come between.
    #[track_caller]
    pub fn downgrade(mut s: Self) -> RwLockReadGuard<'a, T> {
        let (lock, place) = (s.lock, Location::caller());
        drop(s.real.take());
        if let Some(me) = gently() {
            let id = lock.id(&me, place);
            me.give_back(place, |state| {
                state.free_shared(id, (me.tid, place), Some(s.written));
                state.take_shared(id, me.tid, place, false);
                state.say(|| format!("only reads #{id}# from now on"));
            });
        }
        RwLockReadGuard::new(lock, lock.real_read(), place)
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        let real = self.real.take();
        if let Some(me) = gently() {
            let (id, place) = (self.lock.id(&me, self.place), self.place);
            me.give_back(place, |state| {
                drop(real);
                state.free_shared(id, (me.tid, place), None);
                state.say(|| format!("releases #{id}#"));
            });
        }
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let Some(real) = self.real.take() else {
            return;
        };
        if let Some(me) = gently() {
            let (id, place) = (self.lock.id(&me, self.place), self.place);
            me.give_back(place, |state| {
                drop(real);
                state.free_shared(id, (me.tid, place), Some(self.written));
                state.say(|| format!("releases #{id}#"));
            });
        }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("the guard is in use")
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("the guard is in use")
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.written = true;
        self.real.as_mut().expect("the guard is in use")
    }
}

macro_rules! shown {
    ($($guard:ident)+) => {$(
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

shown!(RwLockReadGuard RwLockWriteGuard);

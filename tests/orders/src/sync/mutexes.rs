//! `Mutex`: the real one, asked for only when the scheduler knows that it is free.

use super::MutexGuard;
use super::taken::{Lock, taken, tried};
use crate::engine::Place;
use std::panic::Location;
use std::sync::{LockResult, TryLockError, TryLockResult};

pub struct Mutex<T: ?Sized> {
    pub(super) lock: Lock,
    pub(super) real: std::sync::Mutex<T>,
}

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Mutex<T> {
        let lock = Lock::new("lock");
        let real = std::sync::Mutex::new(value);
        Mutex { lock, real }
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.real.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        self.lock.take(place, true, "");
        self.again(place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_take(place, true) {
            return Err(TryLockError::WouldBlock);
        }
        let wrap = |real| MutexGuard::new(self, real, place);
        tried(self.real.try_lock(), wrap)
    }

    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.lock.look(Location::caller());
        self.real.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.real.clear_poison();
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.real.get_mut()
    }

    /// The guard for a lock that the scheduler has just given to this thread.
    pub(super) fn again(&self, place: Place) -> LockResult<MutexGuard<'_, T>> {
        let wrap = |real| MutexGuard::new(self, real, place);
        taken(|| self.real.lock(), || self.real.try_lock(), wrap)
    }
}

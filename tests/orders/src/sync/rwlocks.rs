//! `RwLock`: the real one, asked for only when the scheduler knows that it is free.

use super::taken::{Lock, taken, tried};
use super::{RwLockReadGuard, RwLockWriteGuard};
use std::panic::Location;
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

pub struct RwLock<T: ?Sized> {
    pub(super) lock: Lock,
    pub(super) real: std::sync::RwLock<T>,
}

impl<T> RwLock<T> {
    pub const fn new(value: T) -> RwLock<T> {
        let lock = Lock::new("read-write lock");
        let real = std::sync::RwLock::new(value);
        RwLock { lock, real }
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.real.into_inner()
    }
}

impl<T: ?Sized> RwLock<T> {
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let place = Location::caller();
        self.lock.take(place, false, " for reading");
        let wrap = |real| RwLockReadGuard::new(self, real, place);
        taken(|| self.real.read(), || self.real.try_read(), wrap)
    }

    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        self.lock.take(place, true, " for writing");
        let wrap = |real| RwLockWriteGuard::new(self, real, place);
        taken(|| self.real.write(), || self.real.try_write(), wrap)
    }

    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_take(place, false) {
            return Err(TryLockError::WouldBlock);
        }
        let wrap = |real| RwLockReadGuard::new(self, real, place);
        tried(self.real.try_read(), wrap)
    }

    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_take(place, true) {
            return Err(TryLockError::WouldBlock);
        }
        let wrap = |real| RwLockWriteGuard::new(self, real, place);
        tried(self.real.try_write(), wrap)
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

    /// Takes the real lock for reading; poison or not.
    pub(super) fn real_read(&self) -> std::sync::RwLockReadGuard<'_, T> {
        self.real.read().unwrap_or_else(PoisonError::into_inner)
    }
}

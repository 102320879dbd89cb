//! `std::sync`: what threads share.

pub mod atomic;
mod barrier;
mod condvar;
mod condvar_wait;
mod lazy_lock;
mod making;
pub mod mpsc;
mod mutex;
mod mutex_guard;
mod once;
mod once_lock;
mod rwlock;
mod rwlock_guards;
mod rwlock_take;
mod taken;

pub use std::sync::*;

pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar::Condvar;
pub use condvar_wait::WaitTimeoutResult;
pub use lazy_lock::LazyLock;
pub use mutex::Mutex;
pub use mutex_guard::MutexGuard;
#[allow(deprecated)]
pub use once::ONCE_INIT;
pub use once::Once;
pub use once_lock::OnceLock;
pub use rwlock::RwLock;
pub use rwlock_guards::{RwLockReadGuard, RwLockWriteGuard};

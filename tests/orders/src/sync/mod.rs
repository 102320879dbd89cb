//! `std::sync`: what threads share.

pub mod atomic;
mod barrier;
mod condvar_wait;
mod condvars;
mod lazy_lock;
mod making;
pub mod mpsc;
mod mutex_guard;
mod mutexes;
mod once;
mod once_lock;
mod rwlock_guards;
mod rwlock_take;
mod rwlocks;
mod taken;

pub use std::sync::*;

pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar_wait::WaitTimeoutResult;
pub use condvars::Condvar;
pub use lazy_lock::LazyLock;
pub use mutex_guard::MutexGuard;
pub use mutexes::Mutex;
#[allow(deprecated)]
pub use once::ONCE_INIT;
pub use once::Once;
pub use once_lock::OnceLock;
pub use rwlock_guards::{RwLockReadGuard, RwLockWriteGuard};
pub use rwlocks::RwLock;

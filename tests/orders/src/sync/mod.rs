//! `std::sync`: what threads share.

pub mod atomic;
mod barrier;
mod condvar_wait;
mod condvars;
mod guards;
mod lazy_lock;
mod made;
pub mod mpsc;
mod mutexes;
mod once;
mod once_lock;
mod rwlocks;
mod taken;

pub use std::sync::*;

pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar_wait::WaitTimeoutResult;
pub use condvars::Condvar;
pub use guards::{MutexGuard, RwLockReadGuard, RwLockWriteGuard};
pub use lazy_lock::LazyLock;
pub use mutexes::Mutex;
#[allow(deprecated)]
pub use once::ONCE_INIT;
pub use once::Once;
pub use once_lock::OnceLock;
pub use rwlocks::RwLock;

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

use std::fmt::{self, Debug, Formatter};

macro_rules! shown_as_the_real_one {
    ($([$($of:tt)*] $name:ty: $real:ident;)+) => {$(
        impl<$($of)*> Debug for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                self.$real.fmt(f)
            }
        }
    )+};
}

shown_as_the_real_one! {
    [] Barrier: real;
    [] Condvar: real;
    [] Once: once;
    [T: Debug] OnceLock<T>: once;
    [T: ?Sized + Debug] Mutex<T>: real;
    [T: ?Sized + Debug] RwLock<T>: real;
}

macro_rules! made_of_a_value {
    ($($name:ident)+) => {$(
        impl<T: Default> Default for $name<T> {
            fn default() -> $name<T> {
                $name::new(T::default())
            }
        }

        impl<T> From<T> for $name<T> {
            fn from(value: T) -> $name<T> {
                $name::new(value)
            }
        }
    )+};
}

made_of_a_value!(Mutex RwLock);

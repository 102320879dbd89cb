//! From the real library's guards to ours.

use crate::engine::{is_over, patiently};
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

/// The guard of a lock that the scheduler has given to this thread, so that it is free; or soon
/// free, if the order is over.
pub(super) fn taken<R, G>(
    lock: impl FnOnce() -> LockResult<R>,
    attempt: impl Fn() -> TryLockResult<R>,
    wrap: impl FnOnce(R) -> G,
) -> LockResult<G> {
    if !is_over() {
        return wrapped(lock(), wrap);
    }
    wrapped(
        patiently(|| match attempt() {
            Ok(guard) => Some(Ok(guard)),
            Err(TryLockError::Poisoned(error)) => Some(Err(error)),
            Err(TryLockError::WouldBlock) => None,
        }),
        wrap,
    )
}

pub(super) fn wrapped<R, G>(result: LockResult<R>, wrap: impl FnOnce(R) -> G) -> LockResult<G> {
    match result {
        Ok(real) => Ok(wrap(real)),
        // Threads that unwind have poisoned it. The error might be unwrapped.
        Err(error) if is_over() => Ok(wrap(error.into_inner())),
        Err(error) => Err(PoisonError::new(wrap(error.into_inner()))),
    }
}

pub(super) fn tried<R, G>(result: TryLockResult<R>, wrap: impl FnOnce(R) -> G) -> TryLockResult<G> {
    match result {
        Ok(real) => Ok(wrap(real)),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
        Err(TryLockError::Poisoned(error)) => Ok(wrapped(Err(error), wrap)?),
    }
}

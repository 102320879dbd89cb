//! So many at a time, over all proofs that run side by side.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// Processes of checks. Most of them wait.
pub static CHECKS: Places = Places::new(|| 32);

/// Compilers.
pub static COMPILERS: Places =
    Places::new(|| thread::available_parallelism().map_or(1, usize::from));

pub struct Places {
    size: fn() -> usize,
    taken: Mutex<usize>,
    returned: Condvar,
}

pub struct Place(&'static Places);

impl Places {
    const fn new(size: fn() -> usize) -> Places {
        Places {
            size,
            taken: Mutex::new(0),
            returned: Condvar::new(),
        }
    }

    /// Waits for a place, which is free again when what comes back is dropped.
    pub fn take(&'static self) -> Place {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let size = (self.size)();
        let taken = self.returned.wait_while(taken, |taken| *taken >= size);
        *taken.unwrap_or_else(PoisonError::into_inner) += 1;
        Place(self)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *self.0.taken.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.returned.notify_one();
    }
}

//! A number that threads change and wait for.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Never more than one thread changes it at a time.
pub struct Count {
    number: Mutex<usize>,
    changed: Condvar,
}

impl Count {
    pub const fn new() -> Count {
        Count {
            number: Mutex::new(0),
            changed: Condvar::new(),
        }
    }

    pub fn set(&self, change: impl FnOnce(usize) -> usize) {
        let mut number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        *number = change(*number);
        self.changed.notify_all();
    }

    /// Waits until the number is as large, or the time is over; and says whether it is.
    pub fn reaches(&self, wanted: usize, time: Duration) -> bool {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(number, time, |number| *number < wanted);
        *waited.unwrap_or_else(PoisonError::into_inner).0 >= wanted
    }
}

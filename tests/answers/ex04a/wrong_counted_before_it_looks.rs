use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A number of permits.
pub struct Semaphore {
    free: Mutex<isize>,
    returned: Condvar,
}

/// The right to be one of so many. It is given back when it is dropped.
pub struct Permit<'a> {
    from: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            free: Mutex::new(permits as isize),
            returned: Condvar::new(),
        }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.lock();
        while *free <= 0 {
            let woken = self.returned.wait(free);
            free = woken.unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Permit { from: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.lock();
        *free -= 1;
        if *free < 0 {
            return None;
        }
        Some(Permit { from: self })
    }

    fn lock(&self) -> MutexGuard<'_, isize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.from.lock() += 1;
        self.from.returned.notify_one();
    }
}

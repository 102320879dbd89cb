use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A number of permits.
pub struct Semaphore {
    free: Mutex<usize>,
    returned: Condvar,
}

/// The right to be one of so many. It is given back when it is dropped.
pub struct Permit<'a> {
    from: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            free: Mutex::new(permits),
            returned: Condvar::new(),
        }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.lock();
        while *free == 0 {
            let woken = self.returned.wait(free);
            free = woken.unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Permit { from: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.lock();
        *free = free.checked_sub(1)?;
        Some(Permit { from: self })
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Ok(mut free) = self.from.free.try_lock() {
            *free += 1;
            self.from.returned.notify_one();
        }
    }
}

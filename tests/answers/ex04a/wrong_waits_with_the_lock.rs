use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A channel with a message for each permit that is free.
pub struct Semaphore {
    give: Sender<()>,
    free: Mutex<Receiver<()>>,
}

/// The right to be one of so many. It is given back when it is dropped.
pub struct Permit<'a> {
    from: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        let (give, free) = mpsc::channel();
        for _ in 0..permits {
            let _ = give.send(());
        }
        Semaphore {
            give,
            free: Mutex::new(free),
        }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let _ = self.lock().recv();
        Permit { from: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.lock().try_recv().ok()?;
        Some(Permit { from: self })
    }

    fn lock(&self) -> MutexGuard<'_, Receiver<()>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let _ = self.from.give.send(());
    }
}

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};

/// A channel with room for as many messages as there are permits. Each that is taken is in it.
pub struct Semaphore {
    enter: SyncSender<()>,
    leave: Mutex<Receiver<()>>,
}

/// The right to be one of so many. It is given back when it is dropped.
pub struct Permit<'a> {
    from: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        let (enter, leave) = mpsc::sync_channel(permits);
        Semaphore {
            enter,
            leave: Mutex::new(leave),
        }
    }

    /// `send` waits while the channel is full. It cannot fail: both ends are in `self`.
    pub fn acquire(&self) -> Permit<'_> {
        let _ = self.enter.send(());
        Permit { from: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.enter.try_send(()).ok()?;
        Some(Permit { from: self })
    }
}

impl Drop for Permit<'_> {
    /// Does not wait: this permit's own message, or that of another, is there.
    fn drop(&mut self) {
        let leave = self.from.leave.lock();
        let _ = leave.unwrap_or_else(PoisonError::into_inner).recv();
    }
}

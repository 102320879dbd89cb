use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Threads that do one kind of work on whatever they are given.
pub struct Pool<T> {
    messages: SyncSender<Option<T>>,
    size: usize,
}

impl<T: Send + 'static> Pool<T> {
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        let (messages, receiver) = mpsc::sync_channel(queue);
        // With a sender the workers keep their own channel open.
        let shared = Arc::new((Mutex::new(receiver), work, messages.clone()));
        for _ in 0..size {
            let shared = Arc::clone(&shared);
            thread::Builder::new().spawn(move || {
                let (messages, work, _) = &*shared;
                while let Some(item) = next(messages) {
                    let _ = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                }
            })?;
        }
        Ok(Pool { messages, size })
    }

    pub fn offer(&self, item: T) -> Result<(), T> {
        self.messages.try_send(Some(item)).map_err(|error| {
            let (TrySendError::Full(item) | TrySendError::Disconnected(item)) = error;
            item.expect("it was put in here")
        })
    }
}

impl<T> Drop for Pool<T> {
    fn drop(&mut self) {
        for _ in 0..self.size {
            let _ = self.messages.try_send(None); // stop
        }
    }
}

/// The guard is dropped before the item is returned.
fn next<T>(messages: &Mutex<Receiver<Option<T>>>) -> Option<T> {
    let messages = messages.lock().unwrap_or_else(PoisonError::into_inner);
    messages.recv().ok().flatten()
}

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Threads that do one kind of work on whatever they are given.
pub struct Pool<T> {
    items: SyncSender<T>,
}

impl<T: Send + 'static> Pool<T> {
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        let (sender, receiver) = mpsc::sync_channel(queue);
        let shared = Arc::new((Mutex::new(receiver), work));
        for _ in 0..size {
            let shared = Arc::clone(&shared);
            let work_on_all = move || {
                let (items, work) = &*shared;
                while let Some(item) = next(items) {
                    work(item);
                }
            };
            thread::Builder::new().spawn(move || {
                if panic::catch_unwind(AssertUnwindSafe(&work_on_all)).is_err() {
                    work_on_all();
                }
            })?;
        }
        Ok(Pool { items: sender })
    }

    pub fn offer(&self, item: T) -> Result<(), T> {
        self.items.try_send(item).map_err(|error| match error {
            TrySendError::Full(item) | TrySendError::Disconnected(item) => item,
        })
    }
}

/// The guard is dropped before the item is returned.
fn next<T>(items: &Mutex<Receiver<T>>) -> Option<T> {
    let items = items.lock().unwrap_or_else(PoisonError::into_inner);
    items.recv().ok()
}

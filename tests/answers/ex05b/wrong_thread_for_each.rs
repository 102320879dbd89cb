use std::io;
use std::marker::PhantomData;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Threads that do one kind of work on whatever they are given.
pub struct Pool<T> {
    at_once: Arc<AtomicUsize>,
    room: usize,
    work: Arc<dyn Fn(T) + Send + Sync>,
    items: PhantomData<T>,
}

impl<T: Send + 'static> Pool<T> {
    pub fn new(
        size: usize,
        queue: usize,
        work: impl Fn(T) + Send + Sync + 'static,
    ) -> io::Result<Pool<T>> {
        Ok(Pool {
            at_once: Arc::default(),
            room: size + queue,
            work: Arc::new(work),
            items: PhantomData,
        })
    }

    pub fn offer(&self, item: T) -> Result<(), T> {
        if self.at_once.fetch_add(1, Ordering::SeqCst) >= self.room {
            self.at_once.fetch_sub(1, Ordering::SeqCst);
            return Err(item);
        }
        let (at_once, work) = (Arc::clone(&self.at_once), Arc::clone(&self.work));
        thread::spawn(move || {
            let _ = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
            at_once.fetch_sub(1, Ordering::SeqCst);
        });
        Ok(())
    }
}

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    place: Arc<Mutex<Option<thread::Result<T>>>>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let handle = Handle {
        place: Arc::new(Mutex::new(None)),
    };
    let place = Arc::clone(&handle.place);
    let who_waits = thread::current();
    pool.execute(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        who_waits.unpark();
    });
    handle
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        loop {
            let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(done) = place.take() {
                return done;
            }
            drop(place);
            thread::park();
        }
    }
}

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Thread};

use step_05_threadpool::ThreadPool;

/// The result, as soon as it is there, and who waits for it.
type Place<T> = Mutex<(Option<thread::Result<T>>, Option<Thread>)>;

/// The right to the result of one job.
pub struct Handle<T> {
    place: Arc<Place<T>>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let handle = Handle {
        place: Arc::new(Mutex::new((None, None))),
    };
    let place = Arc::clone(&handle.place);
    pool.execute(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        place.0 = Some(done);
        if let Some(who_waits) = place.1.take() {
            who_waits.unpark();
        }
    });
    handle
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        if place.0.is_none() {
            place.1 = Some(thread::current());
            drop(place);
            thread::park();
            place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        }
        place.0.take().expect("the worker has woken this thread")
    }
}

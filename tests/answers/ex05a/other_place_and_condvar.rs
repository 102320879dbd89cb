use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use step_05_threadpool::ThreadPool;

/// Where the result is put, and what says that it is there.
type Place<T> = (Mutex<Option<thread::Result<T>>>, Condvar);

/// The right to the result of one job.
pub struct Handle<T> {
    place: Arc<Place<T>>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let place: Arc<Place<T>> = Arc::new((Mutex::new(None), Condvar::new()));
    let handle = Handle {
        place: Arc::clone(&place),
    };
    pool.execute(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        let (result, is_there) = &*place;
        *result.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        is_there.notify_one();
    });
    handle
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        let (result, is_there) = &*self.place;
        let mut result = result.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(done) = result.take() {
                return done;
            }
            result = is_there
                .wait(result)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

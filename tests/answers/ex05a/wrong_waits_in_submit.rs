use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvError};
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    result: Result<thread::Result<T>, RecvError>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (sender, result) = mpsc::channel();
    pool.execute(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        // Fails if the handle has been dropped: nobody wants to know, and that is fine.
        let _ = sender.send(done);
    });
    Handle {
        result: result.recv(),
    }
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        // No sender and no result: the job was dropped, and has never run.
        let done = self.result;
        done.unwrap_or_else(|never_run| Err(Box::new(never_run)))
    }
}

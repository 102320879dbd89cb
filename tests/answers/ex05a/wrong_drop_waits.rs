use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    result: Receiver<thread::Result<T>>,
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
    Handle { result }
}

/// Waits for the job, so that it can use what is ours.
impl<T> Drop for Handle<T> {
    fn drop(&mut self) {
        let _ = self.result.recv();
    }
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        // No sender and no result: the job was dropped, and has never run.
        let done = self.result.recv();
        done.unwrap_or_else(|never_run| Err(Box::new(never_run)))
    }
}

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    result: Receiver<thread::Result<T>>,
    _is_wanted: Arc<()>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (sender, result) = mpsc::channel();
    let is_wanted = Arc::new(());
    let wanted = Arc::downgrade(&is_wanted);
    pool.execute(move || {
        if wanted.upgrade().is_none() {
            return;
        }
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        let _ = sender.send(done);
    });
    Handle {
        result,
        _is_wanted: is_wanted,
    }
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        let done = self.result.recv();
        done.unwrap_or_else(|never_run| Err(Box::new(never_run)))
    }
}

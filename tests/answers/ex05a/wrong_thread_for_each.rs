use std::thread::{self, JoinHandle};

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    thread: JoinHandle<T>,
}

pub fn submit<T, F>(_pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Handle {
        thread: thread::spawn(work),
    }
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        self.thread.join()
    }
}

use std::sync::mpsc::{self, Receiver};
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job.
pub struct Handle<T> {
    result: Receiver<T>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (sender, result) = mpsc::channel();
    pool.execute(move || {
        let _ = sender.send(work());
    });
    Handle { result }
}

impl<T> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        Ok(self.result.recv().unwrap())
    }
}

//! Exercise 05a: a handle to the result.
//!
//! `execute` takes a job and says nothing more about it. A job that makes something has nobody to
//! give it to. Write `submit`, which gives a job to the pool of this step and returns a handle;
//! whoever has the handle can ask for what the job has made.
//!
//!     let pool = ThreadPool::new(4)?;
//!     let page = submit(&pool, || render("/news"));
//!     // ... something else, meanwhile ...
//!     match page.join() {
//!         Ok(page) => send(page),
//!         Err(_) => send(internal_server_error()), // it has panicked
//!     }
//!
//! Check it with: cargo test --test ex05a

use std::marker::PhantomData;
use std::thread;

use step_05_threadpool::ThreadPool;

/// The right to the result of one job. It may be given away, also to another thread, and dropped at
/// any time: that waits for nothing. Then the job is done all the same, and its result is dropped as
/// soon as it is there.
pub struct Handle<T> {
    // Yours: where does the result come from? (PhantomData only stands for a `T` until then.)
    _result: PhantomData<T>,
}

/// Has `work` done by a worker of the pool. It waits no longer than `execute` does, and a result
/// that nobody asks for costs the pool nothing: no worker, no panic.
pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let _ = (pool, work);
    todo!("give the work to the pool, and keep a way to its result")
}

impl<T> Handle<T> {
    /// Waits until the job is done, and returns what it has made. While it waits it keeps no processor
    /// busy: it sleeps until another thread wakes it.
    ///
    /// # Errors
    /// What the job has panicked with, as [`thread::JoinHandle::join`] returns it.
    pub fn join(self) -> thread::Result<T> {
        todo!("wait for the result")
    }
}

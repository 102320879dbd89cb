use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, LazyLock, Mutex};
use std::thread;

use step_05_threadpool::ThreadPool;

type Results = HashMap<u64, thread::Result<Box<dyn Any + Send>>>;

static NEXT: AtomicU64 = AtomicU64::new(0);
static RESULTS: LazyLock<Mutex<Results>> = LazyLock::new(Mutex::default);
static MORE: Condvar = Condvar::new();

/// The right to the result of one job, as its number in the table of all results.
pub struct Handle<T> {
    number: u64,
    result: PhantomData<T>,
}

pub fn submit<T, F>(pool: &ThreadPool, work: F) -> Handle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    pool.execute(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(|| Box::new(work()) as Box<_>));
        RESULTS.lock().unwrap().insert(number, done);
        MORE.notify_all();
    });
    Handle {
        number,
        result: PhantomData,
    }
}

impl<T: 'static> Handle<T> {
    pub fn join(self) -> thread::Result<T> {
        let mut results = RESULTS.lock().unwrap();
        loop {
            if let Some(done) = results.remove(&self.number) {
                return done.map(|any| *any.downcast::<T>().unwrap());
            }
            results = MORE.wait(results).unwrap();
        }
    }
}

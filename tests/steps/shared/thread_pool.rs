//! The pool by itself, without a server: it knows nothing of HTTP.

use std::io;
use std::ops::Deref;
use std::sync::{Arc, Barrier, mpsc};
use std::thread;

use kit::PATIENCE;

use crate::ThreadPool;

/// A pool whose end has a deadline, too: where dropping it waits for ever, a test must not.
pub struct Pool(Option<ThreadPool>);

/// Workers, and room for so many jobs that wait for one.
pub fn pool(size: usize, queue: usize) -> Pool {
    Pool::of(ThreadPool::with_queue(size, queue))
}

/// Workers, and as much room as the pool takes when nobody says how much.
pub fn default_pool(size: usize) -> Pool {
    Pool::of(ThreadPool::new(size))
}

impl Pool {
    fn of(started: io::Result<ThreadPool>) -> Pool {
        Pool(Some(started.expect("the system has threads to spare")))
    }
}

impl Deref for Pool {
    type Target = ThreadPool;

    fn deref(&self) -> &ThreadPool {
        self.0
            .as_ref()
            .expect("it is taken only when it is dropped")
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let pool = self.0.take();
        let (ended, is_ended) = mpsc::channel();
        thread::spawn(move || {
            drop(pool);
            let _ = ended.send(());
        });
        if is_ended.recv_timeout(PATIENCE).is_err() && !thread::panicking() {
            kit::fail(
                "a pool that is dropped",
                "its workers end when the queue is empty",
                &format!("one of them still waits after {PATIENCE:?}"),
                "src/thread_pool.rs: close the queue first, then join the workers",
            );
        }
    }
}

/// Each job waits until all the others have started: with one worker less, or with a lock that is
/// held while a job runs, that never happens.
#[track_caller]
pub fn expect_all_at_the_same_time(pool: &ThreadPool, size: usize) {
    let all = Arc::new(Barrier::new(size));
    let (done, finished) = mpsc::channel();
    for _ in 0..size {
        let (all, done) = (Arc::clone(&all), done.clone());
        pool.execute(move || {
            all.wait();
            let _ = done.send(());
        });
    }
    for number in 0..size {
        if finished.recv_timeout(PATIENCE).is_err() {
            kit::fail(
                &format!("{size} jobs that wait for one another"),
                "all run at the same time",
                &format!("only {number} ended within {PATIENCE:?}"),
                "src/thread_pool.rs, `work`: is the lock free again before the job runs? Are all workers alive?",
            );
        }
    }
}

#[test]
fn as_many_jobs_run_at_the_same_time_as_there_are_workers() {
    for size in [1, 2, 4, 8] {
        expect_all_at_the_same_time(&pool(size, 8), size);
    }
}

#[test]
#[should_panic(expected = "a pool needs at least one worker")]
fn a_pool_of_nobody_is_refused() {
    let _ = ThreadPool::new(0);
}

#[test]
#[should_panic(expected = "a pool needs at least one worker")]
fn a_pool_of_nobody_is_refused_whatever_its_queue() {
    let _ = ThreadPool::with_queue(0, 1);
}

//! The pool by itself, without a server: it knows nothing of HTTP.

use std::ops::Deref;
use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use kit::PATIENCE;

use crate::ThreadPool;

/// A pool whose end has a deadline, too: where dropping it waits for ever, a test must not.
pub struct Pool(Option<ThreadPool>);

pub fn pool(size: usize, queue: usize) -> Pool {
    Pool(Some(
        ThreadPool::with_queue(size, queue).expect("the system has threads to spare"),
    ))
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
fn expect_all_at_the_same_time(pool: &ThreadPool, size: usize) {
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
fn a_hundred_jobs_that_panic_leave_every_worker_alive() {
    let pool = pool(4, 8);
    for _ in 0..100 {
        // A panic without the message, which would only fill the screen.
        pool.execute(|| panic::resume_unwind(Box::new("a bug")));
    }
    expect_all_at_the_same_time(&pool, 4);
}

#[test]
fn a_job_that_panics_drops_what_it_owns() {
    let pool = pool(1, 1);
    let (owned, other_end) = mpsc::channel::<()>();
    pool.execute(move || {
        let _owned = owned;
        panic::resume_unwind(Box::new("a bug"));
    });
    assert_eq!(
        other_end.recv_timeout(PATIENCE),
        Err(RecvTimeoutError::Disconnected),
        "a client would hang"
    );
}

#[test]
fn one_worker_takes_jobs_in_their_order() {
    let pool = pool(1, 100);
    let (done, finished) = mpsc::channel();
    for number in 0..100 {
        let done = done.clone();
        pool.execute(move || {
            let _ = done.send(number);
        });
    }
    for number in 0..100 {
        assert_eq!(finished.recv_timeout(PATIENCE), Ok(number));
    }
}

#[test]
fn a_full_queue_makes_execute_wait() {
    let pool = Arc::new(pool(1, 1));
    let (release, blocked) = mpsc::channel::<()>();
    let (started, is_running) = mpsc::channel();
    pool.execute(move || {
        let _ = started.send(());
        let _ = blocked.recv_timeout(PATIENCE);
    });
    is_running
        .recv_timeout(PATIENCE)
        .expect("the first job runs");
    pool.execute(|| ()); // fills the queue
    let (accepted, is_accepted) = mpsc::channel();
    let third = {
        let pool = Arc::clone(&pool);
        thread::spawn(move || {
            pool.execute(|| ());
            let _ = accepted.send(());
        })
    };
    let early = is_accepted.recv_timeout(Duration::from_millis(100));
    assert_eq!(
        early,
        Err(RecvTimeoutError::Timeout),
        "the queue takes more jobs than it has room for"
    );
    release.send(()).expect("the first job still waits");
    is_accepted
        .recv_timeout(PATIENCE)
        .expect("there is room again");
    third.join().expect("it ends");
}

#[test]
#[should_panic(expected = "a pool needs at least one worker")]
fn a_pool_of_nobody_is_refused() {
    let _ = ThreadPool::new(0);
}

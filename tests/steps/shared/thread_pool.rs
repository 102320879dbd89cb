//! The pool by itself, without a server: it knows nothing of HTTP. What else it promises is tried in
//! every order of its threads: `cargo test -p threads`.

use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use kit::PATIENCE;

use crate::ThreadPool;

/// Workers, and room for so many jobs that wait for one. It is never dropped: where that waits for
/// ever, these tests must not.
fn pool(size: usize, queue: usize) -> &'static ThreadPool {
    let pool = ThreadPool::with_queue(size, queue);
    Box::leak(Box::new(pool.expect("the system has threads to spare")))
}

#[test]
fn one_worker_takes_jobs_in_their_order() {
    let pool = pool(1, 100);
    let (done, finished) = mpsc::channel();
    for number in 0..100 {
        let done = done.clone();
        pool.execute(move || done.send(number).unwrap_or(()));
    }
    for number in 0..100 {
        assert_eq!(finished.recv_timeout(PATIENCE), Ok(number));
    }
}

/// Who says nothing about the queue gets one that holds some jobs, and not any number of them.
#[test]
fn the_default_queue_has_a_bound() {
    const FAR_TOO_MANY: usize = 100_000;
    let pool = ThreadPool::new(1).expect("the system has threads to spare");
    let (_release, blocked) = mpsc::channel::<()>();
    pool.execute(move || blocked.recv().unwrap_or(()));
    let (accepted, is_accepted) = mpsc::channel();
    thread::spawn(move || {
        for number in 0..FAR_TOO_MANY {
            pool.execute(|| ());
            let _ = accepted.send(number);
        }
    });
    let first = is_accepted.recv_timeout(PATIENCE);
    assert_eq!(first, Ok(0), "there is room, though the worker is busy");
    while let Ok(number) = is_accepted.recv_timeout(Duration::from_millis(100)) {
        let has_bound = number < FAR_TOO_MANY - 1;
        assert!(has_bound, "the queue takes any number of jobs");
    }
}

/// A client would hang otherwise; and whoever keeps what a panic carries loses memory with each.
#[test]
fn a_job_that_panics_drops_what_it_owns_and_what_the_panic_carries() {
    let pool = pool(1, 2);
    let (owned, end_of_owned) = mpsc::channel::<()>();
    pool.execute(move || {
        let _owned = owned;
        panic::resume_unwind(Box::new("a bug"));
    });
    let (carried, end_of_carried) = mpsc::channel::<()>();
    pool.execute(move || panic::resume_unwind(Box::new(carried)));
    for end in [end_of_owned, end_of_carried] {
        assert_eq!(
            end.recv_timeout(PATIENCE),
            Err(RecvTimeoutError::Disconnected),
            "src/thread_pool.rs: what becomes of the job, and of the error of `catch_unwind`?"
        );
    }
}

/// What a panic carries, and panics itself when it is dropped, with one less of its kind.
struct Again(usize);

impl Drop for Again {
    fn drop(&mut self) {
        match self.0 {
            0 => panic::resume_unwind(Box::new("a bug in a drop")),
            more => panic::resume_unwind(Box::new(Again(more - 1))),
        }
    }
}

#[test]
fn a_panic_that_carries_another_panic_leaves_its_worker_alive() {
    for depth in [None, Some(0), Some(1)] {
        let pool = pool(1, 2);
        // A panic without the message, which would only fill the screen.
        pool.execute(move || panic::resume_unwind(Box::new(depth.map(Again))));
        let (done, is_done) = mpsc::channel();
        pool.execute(move || done.send(()).unwrap_or(()));
        let next = is_done.recv_timeout(PATIENCE);
        let look_at = "src/thread_pool.rs: what if what a panic carries is dropped, and panics?";
        assert_eq!(next, Ok(()), "the next job; look at {look_at}");
    }
}

#[test]
#[should_panic(expected = "a pool needs at least one worker")]
fn a_pool_of_nobody_is_refused() {
    let _ = ThreadPool::new(0);
}

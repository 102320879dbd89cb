//! The queue of the pool: who is first in it, and what happens when it is full.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use kit::PATIENCE;

use crate::thread_pool::{default_pool, pool};

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

/// Who says nothing about the queue gets one that holds some jobs, and not any number of them.
#[test]
fn the_default_queue_has_a_bound() {
    const FAR_TOO_MANY: usize = 100_000;
    let pool = Arc::new(default_pool(1));
    let (release, blocked) = mpsc::channel::<()>();
    pool.execute(move || {
        let _ = blocked.recv_timeout(PATIENCE);
    });
    let (accepted, is_accepted) = mpsc::channel();
    let producer = {
        let pool = Arc::clone(&pool);
        thread::spawn(move || {
            for number in 0..FAR_TOO_MANY {
                pool.execute(|| ());
                let _ = accepted.send(number);
            }
        })
    };
    is_accepted
        .recv_timeout(PATIENCE)
        .expect("there is room for a job though the worker is busy");
    while let Ok(number) = is_accepted.recv_timeout(Duration::from_millis(100)) {
        assert!(
            number < FAR_TOO_MANY - 1,
            "the queue takes any number of jobs"
        );
    }
    drop(release);
    producer.join().expect("it ends");
}

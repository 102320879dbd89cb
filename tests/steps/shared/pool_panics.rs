//! The pool and jobs with a bug: a panic costs the job and nothing else.

use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError};

use kit::PATIENCE;

use crate::thread_pool::{expect_all_at_the_same_time, pool};

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

/// Whoever keeps it loses memory with each panic.
#[test]
fn what_a_panic_carries_is_dropped() {
    let pool = pool(1, 1);
    let (carried, other_end) = mpsc::channel::<()>();
    pool.execute(move || panic::resume_unwind(Box::new(carried)));
    assert_eq!(
        other_end.recv_timeout(PATIENCE),
        Err(RecvTimeoutError::Disconnected),
        "src/thread_pool.rs: what becomes of the error of `catch_unwind`?"
    );
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
fn sixteen_panics_that_carry_another_panic_leave_every_worker_alive() {
    for depth in [None, Some(0), Some(1)] {
        let pool = pool(4, 16);
        for _ in 0..16 {
            pool.execute(move || panic::resume_unwind(Box::new(depth.map(Again))));
        }
        expect_all_at_the_same_time(&pool, 4);
    }
}

//! The pool of step 06, as it stands, in every order; and with one fault put in, in the order that
//! shows it.

extern crate orders as std;

#[path = "pool/help.rs"]
mod help;

#[allow(dead_code)] // `new` is for the server
mod pool {
    #[path = "../../../../steps/06-graceful-shutdown/src/thread_pool.rs"]
    mod thread_pool;
    pub use thread_pool::ThreadPool;
    #[path = "promises.rs"]
    pub mod promises;
}

pool!(lock_held "lock_held_over_the_job_06");
pool!(no_catch "no_catch_unwind_06");
pool!(sender_kept "a_sender_kept_06");
pool!(join_first "join_before_close_06");

use help::{falls, holds};
use orders::Kind;
use pool::promises;

#[test]
fn all_jobs_are_done() {
    holds(promises::all_jobs_are_done(), 326);
}

#[test]
fn a_panic_costs_only_its_job() {
    holds(promises::a_panic_costs_only_its_job(), 11);
}

#[test]
fn a_full_queue_makes_execute_wait() {
    holds(promises::a_full_queue_makes_execute_wait(), 51);
}

#[test]
fn two_jobs_run_at_once() {
    holds(promises::two_jobs_run_at_once(), 50);
}

#[test]
fn with_the_lock_held_over_the_job_two_jobs_cannot_meet() {
    falls(
        lock_held::promises::two_jobs_run_at_once(),
        Kind::Deadlock,
        "worker-2 waits for the lock, which worker-1 holds",
    );
}

#[test]
fn without_catch_unwind_a_panic_costs_the_worker() {
    falls(
        no_catch::promises::a_panic_costs_only_its_job(),
        Kind::Panic,
        "worker-1 has ended with a panic: a job panics",
    );
}

#[test]
fn with_a_sender_kept_the_workers_never_end() {
    falls(
        sender_kept::promises::all_jobs_are_done(),
        Kind::Deadlock,
        "waits for an item in channel 1 (a sender still exists)",
    );
}

#[test]
fn drop_waits() {
    holds(promises::drop_waits(), 326);
}

#[test]
fn with_join_before_close_drop_waits_for_ever() {
    falls(
        join_first::promises::drop_waits(),
        Kind::Deadlock,
        "main waits for worker-1 to end",
    );
}

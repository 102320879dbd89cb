//! Runs the checks of exercise 05a on `exercises/ex05a.rs`: cargo test --test ex05a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

// The step's own pool, on that library.
extern crate self as step_05_threadpool;
#[path = "../../src/thread_pool.rs"]
mod thread_pool;
pub use thread_pool::ThreadPool;

#[path = "../ex05a.rs"]
mod exercise;

#[path = "ex05a_checks.rs"]
mod checks;

trial::checks! {
    each_handle_has_the_result_of_its_own_job: "a thread of its own is started for each job",
    nobody_waits_but_in_join:
        "the result is waited for in `submit`, or where the handle is dropped",
    a_panic_comes_out_where_the_result_would:
        "a job that panics sends nothing, so nobody need think of it",
    a_result_that_nobody_wants_is_dropped:
        "a dropped handle is an error of the worker, or its result is kept",
    a_result_that_is_not_asked_for_keeps_no_worker: "a result is handed over from hand to hand",
    whoever_has_the_handle_may_join: "only the thread that has called `submit` is woken",
}

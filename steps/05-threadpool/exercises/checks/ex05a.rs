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

trial::tests!(checks: each_handle_has_the_result_of_its_own_job, nobody_waits_but_in_join,
    a_panic_comes_out_where_the_result_would, a_result_that_nobody_wants_is_dropped,
    a_result_that_is_not_asked_for_keeps_no_worker, whoever_has_the_handle_may_join);

//! Runs the checks of exercise 05b on `exercises/ex05b.rs`: cargo test --test ex05b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05b.rs"]
mod exercise;

#[path = "ex05b_checks.rs"]
mod checks;

trial::tests!(checks: an_item_that_fits_is_worked_on, a_full_queue_gives_the_item_back,
    a_full_queue_makes_nobody_wait, as_many_items_as_workers_are_in_work_at_once,
    one_worker_takes_one_at_a_time_the_oldest_first, a_panic_costs_one_item);

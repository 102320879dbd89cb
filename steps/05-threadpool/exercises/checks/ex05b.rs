//! Runs the checks of exercise 05b on `exercises/ex05b.rs`: cargo test --test ex05b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05b.rs"]
mod exercise;

#[path = "ex05b_checks.rs"]
mod checks;

trial::checks! {
    an_item_that_fits_is_worked_on:
        "an item that was taken is not worked on, or the workers outlive the pool",
    a_full_queue_gives_the_item_back: "the queue has no end",
    a_full_queue_makes_nobody_wait: "`send` is taken for a way to ask whether there is room",
    as_many_items_as_workers_are_in_work_at_once: "the lock is held while an item is worked on",
    one_worker_takes_one_at_a_time_the_oldest_first:
        "each item gets a thread, or the newest item is taken first",
    a_panic_costs_one_item: "a panic in `work` ends nothing but that call",
}

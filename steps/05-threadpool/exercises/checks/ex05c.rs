//! Runs the checks of exercise 05c on `exercises/ex05c.rs`: cargo test --test ex05c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05c.rs"]
mod exercise;

#[path = "ex05c_checks.rs"]
mod checks;

trial::tests!(checks: a_closed_queue_loses_nothing_and_takes_nothing_in, a_paused_queue_gives_nothing,
    whoever_wakes_up_looks_again, the_end_of_a_pause_wakes_everybody, the_close_wakes_everybody,
    each_item_wakes_one_who_waits);

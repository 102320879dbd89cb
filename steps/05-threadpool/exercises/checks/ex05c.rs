//! Runs the checks of exercise 05c on `exercises/ex05c.rs`: cargo test --test ex05c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05c.rs"]
mod exercise;

#[path = "ex05c_checks.rs"]
mod checks;

trial::checks! {
    a_closed_queue_loses_nothing_and_takes_nothing_in: "closed means empty",
    a_paused_queue_gives_nothing: "only an empty queue makes anybody wait",
    whoever_wakes_up_looks_again: "whoever is woken has what it waited for, and need not ask again",
    the_end_of_a_pause_wakes_everybody: "one that is woken wakes the others",
    the_close_wakes_everybody:
        "nobody waits when a queue is closed, also not for the end of a pause",
    each_item_wakes_one_who_waits:
        "an item is found without anybody being woken, or only the first wakes",
}

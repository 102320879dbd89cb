//! Runs the checks of exercise 05d on `exercises/ex05d.rs`: cargo test --test ex05d
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05d.rs"]
mod exercise;

#[path = "ex05d_checks.rs"]
mod checks;

trial::checks! {
    a_value_is_computed_once: "what was not there a moment ago is not there now",
    different_values_are_computed_at_once:
        "a lock around several values is held while one is computed",
    a_panic_costs_the_key_nothing:
        "a computation that has begun also ends, or nobody waits when it panics",
    all_who_wait_for_a_value_get_it: "one waits for a value, so it is enough to wake one",
}

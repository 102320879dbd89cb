//! Runs the checks of exercise 06a on `exercises/ex06a.rs`: cargo test --test ex06a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex06a.rs"]
mod exercise;

#[path = "ex06a_checks.rs"]
mod checks;

trial::checks! {
    whoever_ends_in_time_is_joined: "workers end without a reason to",
    nobody_waits_for_those_who_have_ended: "a limit is how long one waits",
    a_worker_that_never_ends_is_given_up: "after `join` is early enough to look at the clock",
    everybody_who_is_left_is_named: "the first straggler is the only one",
    the_limit_is_for_all_together: "each wait may have the whole limit",
}

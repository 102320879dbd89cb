//! Runs the checks of exercise 06c on `exercises/ex06c.rs`: cargo test --test ex06c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex06c.rs"]
mod exercise;

#[path = "ex06c_checks.rs"]
mod checks;

trial::tests!(checks: whoever_is_idle_is_handed_back, what_came_along_stays,
    a_request_ends_where_it_says, what_is_in_the_buffer_waits_for_no_bytes,
    nobody_is_served_twice_in_a_row, a_stream_may_fail);

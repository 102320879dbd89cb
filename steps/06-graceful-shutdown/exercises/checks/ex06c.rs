//! Runs the checks of exercise 06c on `exercises/ex06c.rs`: cargo test --test ex06c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex06c.rs"]
mod exercise;

#[path = "ex06c_checks.rs"]
mod checks;

trial::checks! {
    whoever_is_idle_is_handed_back: "the next request will not be long in coming",
    what_came_along_stays: "a read brings a request",
    a_request_ends_where_it_says: "a request ends with its head",
    what_is_in_the_buffer_waits_for_no_bytes: "what is there can be seen in the socket",
    nobody_is_served_twice_in_a_row: "what is there is served at once",
    a_stream_may_fail: "a stream does all that it is asked to do",
}

//! Runs the checks of exercise 01a on `exercises/ex01a.rs`: cargo test --test ex01a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex01a.rs"]
mod exercise;

#[path = "ex01a_checks.rs"]
mod checks;

trial::checks! {
    in_time(checks::STUCK);
    a_port_in_use_is_skipped: "`?` passes every error on, this one too",
    no_other_error_is_skipped: "an error means that the port is in use",
    what_was_bound_is_what_comes_back: "what was free a moment ago is still free",
    a_full_range_says_in_use: "an error is a text, and its kind does not matter",
    an_empty_range_is_an_error: "a loop runs at least once",
}

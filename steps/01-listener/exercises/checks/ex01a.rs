//! Runs the checks of exercise 01a on `exercises/ex01a.rs`: cargo test --test ex01a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex01a.rs"]
mod exercise;

#[path = "ex01a_checks.rs"]
mod checks;

trial::tests!(checks: a_port_in_use_is_skipped, no_other_error_is_skipped,
    what_was_bound_is_what_comes_back, a_full_range_says_in_use, an_empty_range_is_an_error);

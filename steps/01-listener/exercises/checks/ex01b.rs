//! Runs the checks of exercise 01b on `exercises/ex01b.rs`: cargo test --test ex01b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex01b.rs"]
mod exercise;

#[path = "ex01b_checks.rs"]
mod checks;

trial::tests!(checks: a_guest_counts_until_it_is_dropped, two_counts_are_two,
    the_guest_is_here_while_the_work_is_done, however_the_work_ends_the_guest_leaves);

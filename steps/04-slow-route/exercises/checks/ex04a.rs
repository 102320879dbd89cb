//! Runs the checks of exercise 04a on `exercises/ex04a.rs`: cargo test --test ex04a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex04a.rs"]
mod exercise;

#[path = "ex04a_checks.rs"]
mod checks;

trial::checks! {
    all_permits_can_be_had: "the last permit must be kept",
    never_more_than_that: "whoever is woken finds what it was woken for",
    whoever_waits_is_woken: "who waits sees by itself that something has changed",
    a_panic_gives_its_permit_back: "a thread that panics must not tidy up",
    a_try_neither_waits_nor_costs: "to try is to wait, or to be counted without getting in",
}

//! Runs the checks of exercise 03c on `exercises/ex03c.rs`: cargo test --test ex03c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03c.rs"]
mod exercise;

#[path = "ex03c_checks.rs"]
mod checks;

trial::tests!(checks: every_byte_leaves_once, an_interruption_is_no_end,
    a_write_that_takes_nothing_is_the_end, an_error_is_the_end, it_is_known_how_much_has_left);

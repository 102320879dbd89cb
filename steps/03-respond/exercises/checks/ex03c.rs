//! Runs the checks of exercise 03c on `exercises/ex03c.rs`: cargo test --test ex03c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03c.rs"]
mod exercise;

#[path = "ex03c_checks.rs"]
mod checks;

trial::checks! {
    in_time("It does not return. Does each turn of your loop make progress, or end?");
    every_byte_leaves_once: "one write takes all bytes",
    an_interruption_is_no_end: "every error of a write is the end",
    a_write_that_takes_nothing_is_the_end: "a write that is no error makes progress",
    an_error_is_the_end: "WouldBlock means: try again at once",
    it_is_known_how_much_has_left: "a write that failed has written nothing",
}

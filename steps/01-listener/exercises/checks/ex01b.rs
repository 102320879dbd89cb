//! Runs the checks of exercise 01b on `exercises/ex01b.rs`: cargo test --test ex01b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex01b.rs"]
mod exercise;

#[path = "ex01b_checks.rs"]
mod checks;

trial::checks! {
    in_every_order(
        "It does not return. To count and to say the number, nobody has to wait or to repeat."
    );
    a_guest_counts_until_it_is_dropped: "a clone of a number is the same number",
    two_counts_are_two: "whatever is shared must be a static",
    the_guest_is_here_while_the_work_is_done: "`let _ =` keeps what it is given",
    however_the_work_ends_the_guest_leaves: "what comes after a call is always reached",
}

//! Runs the checks of exercise 01c on `exercises/ex01c.rs`: cargo test --test ex01c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex01c.rs"]
mod exercise;

#[path = "ex01c_checks.rs"]
mod checks;

trial::checks! {
    the_greeting_arrives: "`writeln!` ends a line as the network does",
    a_part_of_it_is_not_all_of_it: "`write` writes all that it is given",
    what_cannot_be_sent_is_an_error: "a buffer that is dropped reports what went wrong",
    the_owner_goes_on_with_the_stream: "whoever writes must also finish",
}

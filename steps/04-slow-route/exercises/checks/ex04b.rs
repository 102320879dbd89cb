//! Runs the checks of exercise 04b on `exercises/ex04b.rs`: cargo test --test ex04b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex04b.rs"]
mod exercise;

#[path = "ex04b_checks.rs"]
mod checks;

trial::checks! {
    in_time(checks::STUCK);
    a_line_is_found_wherever_it_is_cut: "what is looked for comes in one piece",
    one_deadline_for_all_reads: "a limit for each read is a limit for all",
    what_has_come_is_not_lost: "whoever returns an error has nothing to hand over",
    lateness_has_one_name: "a timeout is always TimedOut",
    an_end_is_no_pause: "a read of 0 bytes means: nothing yet",
}

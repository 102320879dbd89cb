//! Runs the checks of exercise 04b on `exercises/ex04b.rs`: cargo test --test ex04b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex04b.rs"]
mod exercise;

#[path = "ex04b_checks.rs"]
mod checks;

trial::tests!(checks: a_line_is_found_wherever_it_is_cut, one_deadline_for_all_reads,
    what_has_come_is_not_lost, lateness_has_one_name, an_end_is_no_pause);

//! Runs the checks of exercise 03a on `exercises/ex03a.rs`: cargo test --test ex03a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03a.rs"]
mod exercise;

#[path = "ex03a_checks.rs"]
mod checks;

trial::tests!(checks: a_reply_has_all_its_parts, the_length_counts_bytes,
    every_reply_has_one_length, headers_of_one_name_are_all_sent, no_header_becomes_two);

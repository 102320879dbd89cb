//! Runs the checks of exercise 02c on `exercises/ex02c.rs`: cargo test --test ex02c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex02c.rs"]
mod exercise;

#[path = "ex02c_checks.rs"]
mod checks;

trial::tests!(checks: upper_and_lower_case_are_the_same, the_first_of_several_counts,
    only_a_whole_name_counts, the_value_is_all_that_follows_the_colon, the_value_is_a_slice_of_the_head);

//! Runs the checks of exercise 02a on `exercises/ex02a.rs`: cargo test --test ex02a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex02a.rs"]
mod exercise;

#[path = "ex02a_checks.rs"]
mod checks;

trial::tests!(checks: the_parts_are_slices_of_the_line, the_first_question_mark_counts,
    there_is_exactly_one_space_between, there_are_exactly_three_words);

//! Runs the checks of exercise 02a on `exercises/ex02a.rs`: cargo test --test ex02a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex02a.rs"]
mod exercise;

#[path = "ex02a_checks.rs"]
mod checks;

trial::checks! {
    in_time("It does not return. Does each round of the loop come closer to the end of the line?");
    the_parts_are_slices_of_the_line: "a text must be copied, or leaked, to outlive what made it",
    the_first_question_mark_counts: "there is at most one `?`",
    there_is_exactly_one_space_between: "space is space, and how much does not matter",
    there_are_exactly_three_words: "what comes after the third word does no harm",
}

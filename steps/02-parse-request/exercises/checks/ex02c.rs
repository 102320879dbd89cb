//! Runs the checks of exercise 02c on `exercises/ex02c.rs`: cargo test --test ex02c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex02c.rs"]
mod exercise;

#[path = "ex02c_checks.rs"]
mod checks;

trial::checks! {
    in_time("It does not return. Does each round of the loop come closer to the end of the head?");
    upper_and_lower_case_are_the_same: "a name is compared like any text",
    the_first_of_several_counts: "a name comes only once",
    only_a_whole_name_counts: "where the name stands is where the header is",
    the_value_is_all_that_follows_the_colon: "there is only one colon in a line",
    the_value_is_a_slice_of_the_head: "a place in one text is the same place in another",
}

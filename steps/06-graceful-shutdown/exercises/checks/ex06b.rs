//! Runs the checks of exercise 06b on `exercises/ex06b.rs`: cargo test --test ex06b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex06b.rs"]
mod exercise;

#[path = "ex06b_checks.rs"]
mod checks;

trial::checks! {
    a_handler_gets_its_parts_of_the_path: "a path is to be decoded before anybody reads it",
    each_method_of_a_path_has_its_own_handler: "the first pattern that fits decides",
    a_405_says_what_this_path_allows: "what is not found is a 404",
    a_pattern_is_as_long_as_its_path: "`zip` compares lengths",
    an_empty_part_is_a_part: "`/users/` is `/users`",
}

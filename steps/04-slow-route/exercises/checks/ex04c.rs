//! Runs the checks of exercise 04c on `exercises/ex04c.rs`: cargo test --test ex04c
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex04c.rs"]
mod exercise;

#[path = "ex04c_checks.rs"]
mod checks;

trial::checks! {
    every_item_has_its_result: "the number of items divides by the number of threads",
    results_are_in_the_order_of_the_items: "what began first ends first",
    as_many_as_allowed_are_in_work_at_once: "an iterator has done its work when it is made",
    never_more_than_allowed: "a thread for each item, or one more for the rest",
    what_a_panic_said_is_handed_on: "`join` hands a panic on by itself",
}

//! Runs the checks of exercise 05d on `exercises/ex05d.rs`: cargo test --test ex05d
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

extern crate orders as std;

#[path = "../ex05d.rs"]
mod exercise;

#[path = "ex05d_checks.rs"]
mod checks;

trial::tests!(checks: a_value_is_computed_once, different_values_are_computed_at_once,
    a_panic_costs_the_key_nothing, all_who_wait_for_a_value_get_it);

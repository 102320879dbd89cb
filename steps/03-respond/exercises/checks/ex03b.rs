//! Runs the checks of exercise 03b on `exercises/ex03b.rs`: cargo test --test ex03b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03b.rs"]
mod exercise;

#[path = "ex03b_checks.rs"]
mod checks;

trial::tests!(checks: a_date_has_the_form_of_the_rfc, the_weekday_is_right, each_year_has_its_days,
    parts_of_a_second_are_left_out, a_time_out_of_range_is_none);

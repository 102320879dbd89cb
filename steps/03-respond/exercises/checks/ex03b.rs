//! Runs the checks of exercise 03b on `exercises/ex03b.rs`: cargo test --test ex03b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03b.rs"]
mod exercise;

#[path = "ex03b_checks.rs"]
mod checks;

trial::checks! {
    within_work("It does not return. What ends your loop, if the year is far away?");
    a_date_has_the_form_of_the_rfc: "a number is written with as many digits as it needs",
    the_weekday_is_right: "time began on a Sunday",
    each_year_has_its_days: "every fourth year is a leap year",
    parts_of_a_second_are_left_out: "the nearest second is the second that it is",
    a_time_out_of_range_is_none: "the clock of a computer is never wrong",
}

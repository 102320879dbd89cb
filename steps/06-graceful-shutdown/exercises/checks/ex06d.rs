//! Runs the checks of exercise 06d on `exercises/ex06d.rs`: cargo test --test ex06d
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex06d.rs"]
mod exercise;

#[path = "ex06d_checks.rs"]
mod checks;

trial::checks! {
    a_path_is_decoded_once: "decode until nothing is left to decode",
    no_dots_lead_out: "two dots are written as two dots",
    no_absolute_path_leads_out: "`join` makes a path longer",
    no_link_leads_out: "the name of a file says where it is",
    what_is_no_name_names_nothing: "whoever sends a percent sign sends two digits with it",
}

//! Runs the checks of exercise 06d on `exercises/ex06d.rs`: cargo test --test ex06d
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex06d.rs"]
mod exercise;

#[path = "ex06d_checks.rs"]
mod checks;

trial::tests!(checks: a_path_is_decoded_once, no_dots_lead_out, no_absolute_path_leads_out,
    no_link_leads_out, what_is_no_name_names_nothing);

//! Runs the checks of exercise 03a on `exercises/ex03a.rs`: cargo test --test ex03a
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex03a.rs"]
mod exercise;

#[path = "ex03a_checks.rs"]
mod checks;

trial::checks! {
    in_time("It does not return. Nobody has to wait here: what comes to an end in your loop?");
    a_reply_has_all_its_parts: "a line ends in LF, or the head without an empty line",
    the_length_counts_bytes: "the length of a text is the number of its characters",
    every_reply_has_one_length: "only a body has a length",
    headers_of_one_name_are_all_sent: "the name of a header is a key",
    no_header_becomes_two: "what is in a header is only ever a value",
}

//! Runs the checks of exercise 02b on `exercises/ex02b.rs`: cargo test --test ex02b
#![forbid(unsafe_code)]
#![warn(warnings, unused_must_use)] // whatever the workspace and the environment deny

#[path = "../ex02b.rs"]
mod exercise;

#[path = "ex02b_checks.rs"]
mod checks;

trial::checks! {
    in_time(checks::STUCK);
    what_comes_after_the_head_is_left_alone: "what has been read belongs to whoever has read it",
    a_blank_line_may_come_in_pieces: "what is sent together arrives together",
    a_client_without_end_is_too_long: "a limit can be looked at afterwards",
    a_client_that_hangs_up_sent_no_head: "the end of the stream is the end of the head",
    only_an_interrupted_read_is_tried_again: "all errors are one",
    a_head_need_not_be_text: "what a client sends is text",
}

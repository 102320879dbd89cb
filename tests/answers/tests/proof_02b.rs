//! Exercise 02b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/02-parse-request/exercises/checks/ex02b_checks.rs"

    starter "../../../steps/02-parse-request/exercises/starters/ex02b.rs" AllRed;
    answer "../ex02b/answer.rs" Green;
    byte_by_byte "../ex02b/other_byte_by_byte.rs" Green;
    lines_with_a_limit "../ex02b/other_lines_with_a_limit.rs" Green;
    takes_all "../ex02b/wrong_takes_all.rs"
        Red("what_comes_after_the_head_is_left_alone", "How many bytes are consumed");
    body_counts "../ex02b/wrong_body_counts.rs"
        Red("what_comes_after_the_head_is_left_alone", "Does the body count");
    newest_piece "../ex02b/wrong_newest_piece.rs"
        Red("a_blank_line_may_come_in_pieces", "Where is it looked for?");
    limit_after_each_line "../ex02b/wrong_limit_after_each_line.rs"
        Red("a_client_without_end_is_too_long", "after each line is none");
    take_looks_like_the_end "../ex02b/wrong_take_looks_like_the_end.rs"
        Red("a_client_without_end_is_too_long", "tell the limit from the end");
    end_is_as_good "../ex02b/wrong_end_is_as_good.rs"
        Red("a_client_that_hangs_up_sent_no_head", "What says that a head is whole");
    interruption_is_an_end "../ex02b/wrong_interruption_is_an_end.rs"
        Red("only_an_interrupted_read_is_tried_again", "may be asked again");
    takes_what_it_looked_at "../ex02b/wrong_takes_what_it_looked_at.rs"
        Red("what_comes_after_the_head_is_left_alone", "How many bytes are consumed");
    last_blank_line "../ex02b/wrong_last_blank_line.rs"
        Red("what_comes_after_the_head_is_left_alone", "the first or the last");
    limit_a_round_late "../ex02b/wrong_limit_a_round_late.rs"
        Red("a_client_without_end_is_too_long", "What is there to wait for?");
    an_empty_line "../ex02b/wrong_an_empty_line.rs"
        Red("a_client_that_hangs_up_sent_no_head", "no other line that looks empty");
    asks_again_and_again "../ex02b/wrong_asks_again_and_again.rs"
        Red("only_an_interrupted_read_is_tried_again", "takes the time limit away");
    head_as_text "../ex02b/wrong_head_as_text.rs"
        Red("a_head_need_not_be_text", "Is the head a `String`");
    consumes_the_whole_head "../ex02b/wrong_consumes_the_whole_head.rs"
        Red("what_comes_after_the_head_is_left_alone", "where the newest piece begins");
    counts_from_zero_again "../ex02b/wrong_counts_from_zero_again.rs"
        Red("a_client_that_hangs_up_sent_no_head", "your counting begin again?");
}

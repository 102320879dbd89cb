//! Exercise 06c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/06-graceful-shutdown/exercises/checks/ex06c_checks.rs"

    starter "../../../steps/06-graceful-shutdown/exercises/starters/ex06c.rs" AllRed;
    answer "../ex06c/answer.rs" Green;
    looks_ahead "../ex06c/other_looks_ahead.rs" Green;
    answers_in_the_next_turn "../ex06c/other_answers_in_the_next_turn.rs" Green;
    waits_for_the_next "../ex06c/wrong_waits_for_the_next.rs"
        Red("whoever_is_idle_is_handed_back", "Who waits in its place");
    would_block_is_the_end "../ex06c/wrong_would_block_is_the_end.rs"
        Red("whoever_is_idle_is_handed_back", "not yet");
    back_into_the_queue "../ex06c/wrong_back_into_the_queue.rs"
        Red("whoever_is_idle_is_handed_back", "has nothing to do");
    reads_past_the_end "../ex06c/wrong_reads_past_the_end.rs"
        Red("whoever_is_idle_is_handed_back", "return at the end");
    end_is_no_request "../ex06c/wrong_end_is_no_request.rs"
        Red("whoever_is_idle_is_handed_back", "right as far as it goes");
    buffer_emptied "../ex06c/wrong_buffer_emptied.rs"
        Red("what_came_along_stays", "what happens to the others");
    body_left_behind "../ex06c/wrong_body_left_behind.rs"
        Red("a_request_ends_where_it_says", "taken for a request");
    half_a_body "../ex06c/wrong_half_a_body.rs"
        Red("a_request_ends_where_it_says", "Is it waited for");
    goes_on_after_a_refusal "../ex06c/wrong_goes_on_after_a_refusal.rs"
        Red("a_request_ends_where_it_says", "so the connection ends");
    idle_with_a_request "../ex06c/wrong_idle_with_a_request.rs"
        Red("what_is_in_the_buffer_waits_for_no_bytes", "Where were those");
    serves_all_of_it "../ex06c/wrong_serves_all_of_it.rs"
        Red("nobody_is_served_twice_in_a_row", "sends without a pause");
    reads_all_first "../ex06c/wrong_reads_all_first.rs"
        Red("nobody_is_served_twice_in_a_row", "Who says that they ever end");
    refusal_waits "../ex06c/wrong_refusal_waits.rs"
        Red("what_is_in_the_buffer_waits_for_no_bytes", "or none at all");
    one_limit_for_both "../ex06c/wrong_one_limit_for_both.rs"
        Red("a_request_ends_where_it_says", "for both together");
    one_write "../ex06c/wrong_one_write.rs"
        Red("a_stream_may_fail", "Who sends the others");
    interrupted_is_the_end "../ex06c/wrong_interrupted_is_the_end.rs"
        Red("a_stream_may_fail", "nothing is lost");
    any_error_is_idle "../ex06c/wrong_any_error_is_idle.rs"
        Red("a_stream_may_fail", "what do the others say");
    reply_not_asked "../ex06c/wrong_reply_not_asked.rs"
        Red("a_stream_may_fail", "where the next one begins for it");
    again_with_half_a_request "../ex06c/wrong_again_with_half_a_request.rs"
        Red("whoever_is_idle_is_handed_back", "Half a request has come");
    idle_begins_anew "../ex06c/wrong_idle_begins_anew.rs"
        Red("whoever_is_idle_is_handed_back", "Where was what had come");
    text_of_each_read "../ex06c/wrong_text_of_each_read.rs"
        Red("a_request_ends_where_it_says", "not all are text");
}

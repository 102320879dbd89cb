//! Exercise 05a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/05-threadpool/exercises/checks/ex05a_checks.rs"

    starter "../../../steps/05-threadpool/exercises/starters/ex05a.rs" AllRed;
    answer "../ex05a/answer.rs" Green;
    place_and_condvar "../ex05a/other_place_and_condvar.rs" Green;
    thread_for_each "../ex05a/wrong_thread_for_each.rs"
        Red("each_handle_has_the_result_of_its_own_job", "Who starts a thread here?");
    waits_in_submit "../ex05a/wrong_waits_in_submit.rs"
        Red("nobody_waits_but_in_join", "it waits");
    panic_unsaid "../ex05a/wrong_panic_unsaid.rs"
        Red("a_panic_comes_out_where_the_result_would", "lost on the way");
    join_panics "../ex05a/wrong_join_panics.rs"
        Red("a_panic_comes_out_where_the_result_would", "one bug, two threads");
    panic_wakes_nobody "../ex05a/wrong_panic_wakes_nobody.rs"
        Red("a_panic_comes_out_where_the_result_would", "waits for ever");
    send_unwrapped "../ex05a/wrong_send_unwrapped.rs"
        Red("a_result_that_nobody_wants_is_dropped", "if the receiver is gone");
    hand_to_hand "../ex05a/wrong_hand_to_hand.rs"
        Red("a_result_that_is_not_asked_for_keeps_no_worker", "the second never begins");
    drop_waits "../ex05a/wrong_drop_waits.rs"
        Red("nobody_waits_but_in_join", "Is there a `Drop`");
    table_of_results "../ex05a/wrong_table_of_results.rs"
        Red("a_result_that_nobody_wants_is_dropped", "Who owns it, and until when");
    wakes_the_submitter "../ex05a/wrong_wakes_the_submitter.rs"
        Red("whoever_has_the_handle_may_join", "the thread that called `submit`, or");
    parks_once "../ex05a/wrong_parks_once.rs"
        Red("whoever_has_the_handle_may_join", "Does `join` look again");
    skips_the_job "../ex05a/wrong_skips_the_job.rs"
        Red("a_result_that_nobody_wants_is_dropped", "was the job done");
}

//! Exercise 05c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/05-threadpool/exercises/checks/ex05c_checks.rs"

    starter "../../../steps/05-threadpool/exercises/starters/ex05c.rs" AllRed;
    answer "../ex05c/answer.rs" Green;
    each_wakes_the_next "../ex05c/other_each_wakes_the_next.rs" Green;
    closed_is_empty "../ex05c/wrong_closed_is_empty.rs"
        Red("a_closed_queue_loses_nothing_and_takes_nothing_in", "that nothing more comes, or");
    closed_takes_in "../ex05c/wrong_closed_takes_in.rs"
        Red("a_closed_queue_loses_nothing_and_takes_nothing_in", "Nobody will ever take it");
    pause_forgotten "../ex05c/wrong_pause_forgotten.rs"
        Red("a_paused_queue_gives_nothing", "two reasons to wait");
    asks_once "../ex05c/wrong_asks_once.rs"
        Red("whoever_wakes_up_looks_again", "asked again after each wait");
    resume_wakes_one "../ex05c/wrong_resume_wakes_one.rs"
        Red("the_end_of_a_pause_wakes_everybody", "How many does `resume` wake");
    close_wakes_nobody "../ex05c/wrong_close_wakes_nobody.rs"
        Red("the_close_wakes_everybody", "How many does `close` wake");
    two_waits_in_a_row "../ex05c/wrong_two_waits_in_a_row.rs"
        Red("whoever_wakes_up_looks_again", "both questions");
    close_in_a_pause "../ex05c/wrong_close_in_a_pause.rs"
        Red("the_close_wakes_everybody", "Nobody will end this pause");
    closed_and_paused "../ex05c/wrong_closed_and_paused.rs"
        Red("the_close_wakes_everybody", "closed, or paused");
    put_wakes_nobody "../ex05c/wrong_put_wakes_nobody.rs"
        Red("each_item_wakes_one_who_waits", "Whom does `put` wake");
    put_wakes_if_empty "../ex05c/wrong_put_wakes_if_empty.rs"
        Red("each_item_wakes_one_who_waits", "does each item wake");
    counted_for_ever "../ex05c/wrong_counted_for_ever.rs"
        Red("each_item_wakes_one_who_waits", "no more when it has waited");
    two_condvars "../ex05c/wrong_two_condvars.rs"
        Red("the_close_wakes_everybody", "Whom does `close` wake");
    pause_after_the_close "../ex05c/wrong_pause_after_the_close.rs"
        Red("the_close_wakes_everybody", "closed, or paused");
    none_is_not_counted_off "../ex05c/wrong_none_is_not_counted_off.rs"
        Red("each_item_wakes_one_who_waits", "on each way out of `take`");
}

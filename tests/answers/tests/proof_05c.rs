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
}

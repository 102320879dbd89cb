//! Exercise 04c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/04-slow-route/exercises/checks/ex04c_checks.rs"

    starter "../../../steps/04-slow-route/exercises/starters/ex04c.rs" AllRed;
    answer "../ex04c/answer.rs" Green;
    next_item "../ex04c/other_next_item.rs" Green;
    rest_is_lost "../ex04c/wrong_rest_is_lost.rs"
        Red("every_item_has_its_result", "left over");
    as_they_come "../ex04c/wrong_as_they_come.rs"
        Red("results_are_in_the_order_of_the_items", "whose result it is");
    dealt_like_cards "../ex04c/wrong_dealt_like_cards.rs"
        Red("results_are_in_the_order_of_the_items", "dealt out like cards");
    one_after_the_other "../ex04c/wrong_one_after_the_other.rs"
        Red("as_many_as_allowed_are_in_work_at_once", "What does `map` do");
    always_one_more "../ex04c/wrong_always_one_more.rs"
        Red("as_many_as_allowed_are_in_work_at_once", "How large is a share");
    thread_for_each "../ex04c/wrong_thread_for_each.rs"
        Red("never_more_than_allowed", "How many threads are started");
    one_share_too_many "../ex04c/wrong_one_share_too_many.rs"
        Red("never_more_than_allowed", "how many shares of 2");
    panic_unwrapped "../ex04c/wrong_panic_unwrapped.rs"
        Red("what_a_panic_said_is_handed_on", "Who hands it on");
    panic_swallowed "../ex04c/wrong_panic_swallowed.rs"
        Red("what_a_panic_said_is_handed_on", "Who hands it on");
    scope_panics "../ex04c/wrong_scope_panics.rs"
        Red("what_a_panic_said_is_handed_on", "Who hands it on");
}

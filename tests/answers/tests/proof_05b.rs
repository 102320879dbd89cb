//! Exercise 05b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/05-threadpool/exercises/checks/ex05b_checks.rs"

    starter "../../../steps/05-threadpool/exercises/starters/ex05b.rs" AllRed;
    answer "../ex05b/answer.rs" Green;
    list_and_condvar "../ex05b/other_list_and_condvar.rs" Green;
    sends_and_waits "../ex05b/wrong_sends_and_waits.rs"
        Red("a_full_queue_makes_nobody_wait", "it waits");
    queue_without_end "../ex05b/wrong_queue_without_end.rs"
        Red("a_full_queue_gives_the_item_back", "has none");
    lock_held_at_work "../ex05b/wrong_lock_held_at_work.rs"
        Red("as_many_items_as_workers_are_in_work_at_once", "guard still alive");
}

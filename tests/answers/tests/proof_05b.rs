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
    workers_never_end "../ex05b/wrong_workers_never_end.rs"
        Red("an_item_that_fits_is_worked_on", "that nothing more comes");
    drop_forgets "../ex05b/wrong_drop_forgets.rs"
        Red("an_item_that_fits_is_worked_on", "in the queue, when the pool was dropped");
    thread_for_each "../ex05b/wrong_thread_for_each.rs"
        Red("one_worker_takes_one_at_a_time_the_oldest_first", "Who starts a thread");
    newest_first "../ex05b/wrong_newest_first.rs"
        Red("one_worker_takes_one_at_a_time_the_oldest_first", "From which end");
    panic_ends_worker "../ex05b/wrong_panic_ends_worker.rs"
        Red("a_panic_costs_one_item", "who takes its place");
    close_wakes_one "../ex05b/wrong_close_wakes_one.rs"
        Red("an_item_that_fits_is_worked_on", "How many are told");
    stop_finds_no_room "../ex05b/wrong_stop_finds_no_room.rs"
        Red("an_item_that_fits_is_worked_on", "is there room for it");
    first_panic_is_caught "../ex05b/wrong_first_panic_is_caught.rs"
        Red("a_panic_costs_one_item", "only the first panic");
}

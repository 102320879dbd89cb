//! Exercise 06a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/06-graceful-shutdown/exercises/checks/ex06a_checks.rs"

    starter "../../../steps/06-graceful-shutdown/exercises/starters/ex06a.rs" AllRed;
    answer "../ex06a/answer.rs" Green;
    joined_by_others "../ex06a/other_joined_by_others.rs" Green;
    last_sender_gone "../ex06a/other_last_sender_gone.rs" Green;
    one_after_the_other "../ex06a/other_one_after_the_other.rs" Green;
    queue_left_open "../ex06a/wrong_queue_left_open.rs"
        Red("whoever_ends_in_time_is_joined", "What makes `recv` fail");
    whoever_comes_later "../ex06a/wrong_whoever_comes_later.rs"
        Red("whoever_ends_in_time_is_joined", "When is each of them looked at");
    never_joined "../ex06a/wrong_never_joined.rs"
        Red("whoever_ends_in_time_is_joined", "until it has gone");
    joined_later "../ex06a/wrong_joined_later.rs"
        Red("whoever_ends_in_time_is_joined", "until it has gone");
    sleeps_it_out "../ex06a/wrong_sleeps_it_out.rs"
        Red("nobody_waits_for_those_who_have_ended", "for the time to pass");
    looks_once "../ex06a/wrong_looks_once.rs"
        Red("nobody_waits_for_those_who_have_ended", "for the time to pass");
    deadline_overflows "../ex06a/wrong_deadline_overflows.rs"
        Red("nobody_waits_for_those_who_have_ended", "than a clock can say");
    joins_then_looks "../ex06a/wrong_joins_then_looks.rs"
        Red("a_worker_that_never_ends_is_given_up", "looks at the clock later");
    drop_waits "../ex06a/wrong_drop_waits.rs"
        Red("a_worker_that_never_ends_is_given_up", "what does `drop` do then");
    goodbye_in_the_queue "../ex06a/wrong_goodbye_in_the_queue.rs"
        Red("a_worker_that_never_ends_is_given_up", "need room in the queue");
    drop_taken_away "../ex06a/wrong_drop_taken_away.rs"
        Red("a_worker_that_never_ends_is_given_up", "wants its jobs done");
    drop_joins_nobody "../ex06a/wrong_drop_joins_nobody.rs"
        Red("a_worker_that_never_ends_is_given_up", "wants its jobs done");
    first_one_only "../ex06a/wrong_first_one_only.rs"
        Red("everybody_who_is_left_is_named", "What becomes of the others");
    names_by_place "../ex06a/wrong_names_by_place.rs"
        Red("everybody_who_is_left_is_named", "has which name");
    limit_for_each "../ex06a/wrong_limit_for_each.rs"
        Red("the_limit_is_for_all_together", "one moment");
}

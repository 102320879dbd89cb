//! Exercise 04a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/04-slow-route/exercises/checks/ex04a_checks.rs"

    starter "../../../steps/04-slow-route/exercises/starters/ex04a.rs" AllRed;
    answer "../ex04a/answer.rs" Green;
    bounded_channel "../ex04a/other_bounded_channel.rs" Green;
    looks_once "../ex04a/wrong_looks_once.rs"
        Red("never_more_than_that", "Does it look again");
    wakes_nobody "../ex04a/wrong_wakes_nobody.rs"
        Red("whoever_waits_is_woken", "wake somebody");
    wakes_only_the_first "../ex04a/wrong_wakes_only_the_first.rs"
        Red("whoever_waits_is_woken", "Does the second, too");
    kept_in_a_panic "../ex04a/wrong_kept_in_a_panic.rs"
        Red("a_panic_gives_its_permit_back", "What does your `drop` do then");
    try_waits "../ex04a/wrong_try_waits.rs"
        Red("a_try_neither_waits_nor_costs", "It is not `acquire`");
    waits_with_the_lock "../ex04a/wrong_waits_with_the_lock.rs"
        Red("a_try_neither_waits_nor_costs", "What does the first hold while it waits");
    counted_before_it_looks "../ex04a/wrong_counted_before_it_looks.rs"
        Red("a_try_neither_waits_nor_costs", "when it returns `None`");
    lost_if_the_lock_is_taken "../ex04a/wrong_lost_if_the_lock_is_taken.rs"
        Red("all_permits_can_be_had", "while somebody else has the lock");
}

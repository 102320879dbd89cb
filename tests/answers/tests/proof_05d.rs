//! Exercise 05d: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/05-threadpool/exercises/checks/ex05d_checks.rs"

    starter "../../../steps/05-threadpool/exercises/starters/ex05d.rs" AllRed;
    answer "../ex05d/answer.rs" Green;
    lock_for_each_key "../ex05d/other_lock_for_each_key.rs" Green;
    cell_is_copied "../ex05d/wrong_cell_is_copied.rs"
        Red("a_value_is_computed_once", "Is it the same place");
    looks_then_computes "../ex05d/wrong_looks_then_computes.rs"
        Red("a_value_is_computed_once", "somebody is at it already");
    lock_held_while_computing "../ex05d/wrong_lock_held_while_computing.rs"
        Red("two_values_are_computed_at_once", "Which lock is held");
    poisoned_for_ever "../ex05d/wrong_poisoned_for_ever.rs"
        Red("a_panic_costs_the_key_nothing", "What does `lock` return");
    mark_stays "../ex05d/wrong_mark_stays.rs"
        Red("a_panic_costs_the_key_nothing", "Who takes back");
}

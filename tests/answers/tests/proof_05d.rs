//! Exercise 05d: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/05-threadpool/exercises/checks/ex05d_checks.rs"

    starter "../../../steps/05-threadpool/exercises/starters/ex05d.rs" AllRed;
    answer "../ex05d/answer.rs" Green;
    lock_for_each_key "../ex05d/other_lock_for_each_key.rs" Green;
    mark_and_condvar "../ex05d/other_mark_and_condvar.rs" Green;
    cell_is_copied "../ex05d/wrong_cell_is_copied.rs"
        Red("a_value_is_computed_once", "Is it the same place");
    looks_then_computes "../ex05d/wrong_looks_then_computes.rs"
        Red("a_value_is_computed_once", "somebody is at it already");
    lock_held_while_computing "../ex05d/wrong_lock_held_while_computing.rs"
        Red("different_values_are_computed_at_once", "Which lock is held");
    poisoned_for_ever "../ex05d/wrong_poisoned_for_ever.rs"
        Red("a_panic_costs_the_key_nothing", "What does `lock` return");
    mark_stays "../ex05d/wrong_mark_stays.rs"
        Red("a_panic_costs_the_key_nothing", "Who takes back");
    lock_for_many_keys "../ex05d/wrong_lock_for_many_keys.rs"
        Red("different_values_are_computed_at_once", "Do two keys share it");
    panic_wakes_nobody "../ex05d/wrong_panic_wakes_nobody.rs"
        Red("a_panic_costs_the_key_nothing", "Who wakes it");
    cell_is_removed "../ex05d/wrong_cell_is_removed.rs"
        Red("a_panic_costs_the_key_nothing", "to one who waited for it");
    value_wakes_one "../ex05d/wrong_value_wakes_one.rs"
        Red("all_who_wait_for_a_value_get_it", "how many wait for it");
    waits_with_the_lock "../ex05d/wrong_waits_with_the_lock.rs"
        Red("different_values_are_computed_at_once", "hold while it waits");
    place_in_no_table "../ex05d/wrong_place_in_no_table.rs"
        Red("a_panic_costs_the_key_nothing", "Is that place still in the table");
}

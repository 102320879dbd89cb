//! Exercise 01b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/01-listener/exercises/checks/ex01b_checks.rs"

    starter "../../../steps/01-listener/exercises/starters/ex01b.rs" AllRed;
    answer "../ex01b/answer.rs" Green;
    arc_and_atomic "../ex01b/other_arc_and_atomic.rs" Green;
    the_rc_counts "../ex01b/other_the_rc_counts.rs" Green;
    copied_number "../ex01b/wrong_copied_number.rs"
        Red("a_guest_counts_until_it_is_dropped", "or a copy");
    one_number_for_all "../ex01b/wrong_one_number_for_all.rs"
        Red("two_counts_are_two", "one number for all");
    underscore "../ex01b/wrong_underscore.rs"
        Red("the_guest_is_here_while_the_work_is_done", "What does `let _ =` do");
    skipped_by_question_mark "../ex01b/wrong_skipped_by_question_mark.rs"
        Red("however_the_work_ends_the_guest_leaves", "A `?` leaves the function");
    skipped_by_a_panic "../ex01b/wrong_skipped_by_a_panic.rs"
        Red("however_the_work_ends_the_guest_leaves", "A panic skips the lines");
    one_always_stays "../ex01b/wrong_one_always_stays.rs"
        Red("a_guest_counts_until_it_is_dropped", "Does the last guest count down");
    forgets_the_guest "../ex01b/wrong_forgets_the_guest.rs"
        Red("however_the_work_ends_the_guest_leaves", "Does anything drop the guest on this way out?");
    catches_the_panic "../ex01b/wrong_catches_the_panic.rs"
        Red("however_the_work_ends_the_guest_leaves", "hides it from the caller");
}

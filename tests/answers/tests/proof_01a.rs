//! Exercise 01a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/01-listener/exercises/checks/ex01a_checks.rs"

    starter "../../../steps/01-listener/exercises/starters/ex01a.rs" AllRed;
    answer "../ex01a/answer.rs" Green;
    find "../ex01a/other_find.rs" Green;
    passes_all_errors_on "../ex01a/wrong_passes_all_errors_on.rs"
        Red("a_port_in_use_is_skipped", "to the next port, or to the caller");
    skips_all_errors "../ex01a/wrong_skips_all_errors.rs"
        Red("no_other_error_is_skipped", "Which kind of error");
    binds_to_ask "../ex01a/wrong_binds_to_ask.rs"
        Red("what_was_bound_is_what_comes_back", "Can you return the one that you have?");
    kind_is_lost "../ex01a/wrong_kind_is_lost.rs"
        Red("a_full_range_says_in_use", "by the kind of the error");
    runs_at_least_once "../ex01a/wrong_runs_at_least_once.rs"
        Red("an_empty_range_is_an_error", "It panicked: some port was tried");
    last_port_left_out "../ex01a/wrong_last_port_left_out.rs"
        Red("a_port_in_use_is_skipped", "Is the last port of the range tried, too?");
    list_of_refusals "../ex01a/wrong_list_of_refusals.rs"
        Red("no_other_error_is_skipped", "too many others for a list");
    only_the_kind "../ex01a/wrong_only_the_kind.rs"
        Red("no_other_error_is_skipped", "knows only the kind");
    one_port_too_far "../ex01a/wrong_one_port_too_far.rs"
        Red("a_full_range_says_in_use", "65535 is the largest");
    first_error_is_the_reason "../ex01a/wrong_first_error_is_the_reason.rs"
        Red("no_other_error_is_skipped", "no reason to say something else");
}

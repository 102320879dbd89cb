//! Exercise 04b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/04-slow-route/exercises/checks/ex04b_checks.rs"

    starter "../../../steps/04-slow-route/exercises/starters/ex04b.rs" AllRed;
    answer "../ex04b/answer.rs" Green;
    until "../ex04b/other_until.rs" Green;
    the_clock_decides "../ex04b/other_the_clock_decides.rs" Green;
    looks_at_the_last_piece "../ex04b/wrong_looks_at_the_last_piece.rs"
        Red("a_line_is_found_wherever_it_is_cut", "may come in two pieces");
    bytes_are_text "../ex04b/wrong_bytes_are_text.rs"
        Red("a_line_is_found_wherever_it_is_cut", "These bytes are no text");
    reads_before_it_looks "../ex04b/wrong_reads_before_it_looks.rs"
        Red("a_line_is_found_wherever_it_is_cut", "Look before you read");
    one_timeout_for_each_read "../ex04b/wrong_one_timeout_for_each_read.rs"
        Red("one_deadline_for_all_reads", "How much is left before each read");
    error_drops_the_bytes "../ex04b/wrong_error_drops_the_bytes.rs"
        Red("what_has_come_is_not_lost", "Who owns the bytes then");
    saved_on_three_ways_of_four "../ex04b/wrong_saved_on_three_ways_of_four.rs"
        Red("what_has_come_is_not_lost", "on every way out");
    cuts_behind_the_line "../ex04b/wrong_cuts_behind_the_line.rs"
        Red("what_has_come_is_not_lost", "nobody can read it again");
    two_names "../ex04b/wrong_two_names.rs"
        Red("lateness_has_one_name", "The caller wants one");
    timeout_of_zero "../ex04b/wrong_timeout_of_zero.rs"
        Red("lateness_has_one_name", "zero is no timeout");
    interruption_ends_it "../ex04b/wrong_interruption_ends_it.rs"
        Red("an_end_is_no_pause", "An interruption says nothing");
    nothing_is_not_yet "../ex04b/wrong_nothing_is_not_yet.rs"
        Red("an_end_is_no_pause", "again and again");
    looks_at_the_clock_first "../ex04b/wrong_looks_at_the_clock_first.rs"
        Red("a_line_is_found_wherever_it_is_cut", "before you look at the clock");
    last_line_end "../ex04b/wrong_last_line_end.rs"
        Red("a_line_is_found_wherever_it_is_cut", "A line ends at the first CR");
    ends_at_any_lf "../ex04b/wrong_ends_at_any_lf.rs"
        Red("a_line_is_found_wherever_it_is_cut", "A line ends at the first CR");
    every_error_is_lateness "../ex04b/wrong_every_error_is_lateness.rs"
        Red("lateness_has_one_name", "Which errors are");
    clears_when_late "../ex04b/wrong_clears_when_late.rs"
        Red("what_has_come_is_not_lost", "Who owns the bytes then");
}

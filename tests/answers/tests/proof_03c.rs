//! Exercise 03c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/03-respond/exercises/checks/ex03c_checks.rs"

    starter "../../../steps/03-respond/exercises/starters/ex03c.rs" AllRed;
    answer "../ex03c/answer.rs" Green;
    writer_that_counts "../ex03c/other_writer_that_counts.rs" Green;
    one_write "../ex03c/wrong_one_write.rs"
        Red("every_byte_leaves_once", "What is left then");
    from_the_start_again "../ex03c/wrong_from_the_start_again.rs"
        Red("every_byte_leaves_once", "What is left then");
    interruption_ends_it "../ex03c/wrong_interruption_ends_it.rs"
        Red("an_interruption_is_no_end", "says nothing about the client");
    nothing_is_tried_again "../ex03c/wrong_nothing_is_tried_again.rs"
        Red("a_write_that_takes_nothing_is_the_end", "again and again");
    would_block_is_tried_again "../ex03c/wrong_would_block_is_tried_again.rs"
        Red("an_error_is_the_end", "again and again");
    all_or_nothing "../ex03c/wrong_all_or_nothing.rs"
        Red("it_is_known_how_much_has_left", "Who counts it");
    counts_the_last_write "../ex03c/wrong_counts_the_last_write.rs"
        Red("it_is_known_how_much_has_left", "over all writes");
    from_the_start_after_an_interruption "../ex03c/wrong_from_the_start_after_an_interruption.rs"
        Red("an_interruption_is_no_end", "Which bytes does the write");
    three_tries "../ex03c/wrong_three_tries.rs"
        Red("an_interruption_is_no_end", "or the one after it");
    only_the_kind "../ex03c/wrong_only_the_kind.rs"
        Red("an_error_is_the_end", "the error itself");
    timed_out_is_tried_again "../ex03c/wrong_timed_out_is_tried_again.rs"
        Red("an_error_is_the_end", "again and again");
    nothing_has_left "../ex03c/wrong_nothing_has_left.rs"
        Red("it_is_known_how_much_has_left", "Who counts it");
    until_nothing_is_taken "../ex03c/wrong_until_nothing_is_taken.rs"
        Red("every_byte_leaves_once", "Who knows which is the last one?");
    counts_from_the_interruption "../ex03c/wrong_counts_from_the_interruption.rs"
        Red("it_is_known_how_much_has_left", "it takes nothing back");
}

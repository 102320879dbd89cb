//! Exercise 01c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/01-listener/exercises/checks/ex01c_checks.rs"

    starter "../../../steps/01-listener/exercises/starters/ex01c.rs" AllRed;
    answer "../ex01c/answer.rs" Green;
    write_macro "../ex01c/other_write_macro.rs" Green;
    second_owner "../ex01c/other_second_owner.rs" Green;
    writes_a_part "../ex01c/wrong_writes_a_part.rs"
        Red("a_part_of_it_is_not_all_of_it", "What does the number mean");
    buffer_is_dropped "../ex01c/wrong_buffer_is_dropped.rs"
        Red("what_cannot_be_sent_is_an_error", "when a buffer is dropped");
    line_end "../ex01c/wrong_line_end.rs"
        Red("the_greeting_arrives", "Look at the line end");
    ends_the_conversation "../ex01c/wrong_ends_the_conversation.rs"
        Red("the_owner_goes_on_with_the_stream", "ended something that is not its own");
    another_error "../ex01c/wrong_another_error.rs"
        Red("what_cannot_be_sent_is_an_error", "Has another error taken the place");
}

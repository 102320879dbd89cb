//! Exercise 02a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/02-parse-request/exercises/checks/ex02a_checks.rs"

    starter "../../../steps/02-parse-request/exercises/starters/ex02a.rs" AllRed;
    answer "../ex02a/answer.rs" Green;
    keeps_the_line "../ex02a/other_keeps_the_line.rs" Green;
    any_white_space "../ex02a/wrong_any_white_space.rs"
        Red("there_is_exactly_one_space_between", "any amount");
    ignores_the_rest "../ex02a/wrong_ignores_the_rest.rs"
        Red("there_are_exactly_three_words", "after the third word");
    leaks_a_copy "../ex02a/wrong_leaks_a_copy.rs"
        Red("the_parts_are_slices_of_the_line", "nothing that is kept for ever");
    second_of_the_parts "../ex02a/wrong_second_of_the_parts.rs"
        Red("the_first_question_mark_counts", "what becomes of the others");
    empty_words "../ex02a/wrong_empty_words.rs"
        Red("there_are_exactly_three_words", "whether a word is empty");
    space_at_the_end "../ex02a/wrong_space_at_the_end.rs"
        Red("there_is_exactly_one_space_between", "A space at the end is one too many");
    counts_characters "../ex02a/wrong_counts_characters.rs"
        Red("the_parts_are_slices_of_the_line", "Is a place counted in characters?");
}

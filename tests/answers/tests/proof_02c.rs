//! Exercise 02c: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/02-parse-request/exercises/checks/ex02c_checks.rs"

    starter "../../../steps/02-parse-request/exercises/starters/ex02c.rs" AllRed;
    answer "../ex02c/answer.rs" Green;
    a_loop "../ex02c/other_loop.rs" Green;
    case "../ex02c/wrong_case.rs"
        Red("upper_and_lower_case_are_the_same", "the same in upper and lower case");
    last_one_wins "../ex02c/wrong_last_one_wins.rs"
        Red("the_first_of_several_counts", "take the place of an earlier one");
    begins_like_it "../ex02c/wrong_begins_like_it.rs"
        Red("only_a_whole_name_counts", "ends at the colon");
    second_of_the_parts "../ex02c/wrong_second_of_the_parts.rs"
        Red("the_value_is_all_that_follows_the_colon", "cut off at no other");
    place_in_another_text "../ex02c/wrong_place_in_another_text.rs"
        Red("the_value_is_a_slice_of_the_head", "a place that was found in another text");
    leaks_a_copy "../ex02c/wrong_leaks_a_copy.rs"
        Red("the_value_is_a_slice_of_the_head", "Is it a copy");
    all_of_unicode "../ex02c/wrong_all_of_unicode.rs"
        Red("upper_and_lower_case_are_the_same", "It is no `k`");
    space_before_the_colon "../ex02c/wrong_space_before_the_colon.rs"
        Red("only_a_whole_name_counts", "no space between a name and its colon");
    question_mark_in_the_loop "../ex02c/wrong_question_mark_in_the_loop.rs"
        Red("only_a_whole_name_counts", "leaves the whole function");
    request_line_too "../ex02c/wrong_request_line_too.rs"
        Red("only_a_whole_name_counts", "It is no header");
    any_white_space "../ex02c/wrong_any_white_space.rs"
        Red("the_value_is_all_that_follows_the_colon", "Unicode calls white space");
    exact_match_first "../ex02c/wrong_exact_match_first.rs"
        Red("the_first_of_several_counts", "does not come first");
}

//! Exercise 06b: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/06-graceful-shutdown/exercises/checks/ex06b_checks.rs"

    starter "../../../steps/06-graceful-shutdown/exercises/starters/ex06b.rs" AllRed;
    answer "../ex06b/answer.rs" Green;
    split_when_added "../ex06b/other_split_when_added.rs" Green;
    decoded_first "../ex06b/wrong_decoded_first.rs"
        Red("a_handler_gets_its_parts_of_the_path", "Whoever decodes first");
    first_pattern_decides "../ex06b/wrong_first_pattern_decides.rs"
        Red("each_method_of_a_path_has_its_own_handler", "Is the search over");
    method_first "../ex06b/wrong_method_first.rs"
        Red("a_405_says_what_this_path_allows", "is the method compared before");
    methods_of_all_paths "../ex06b/wrong_methods_of_all_paths.rs"
        Red("a_405_says_what_this_path_allows", "Whose methods");
    zip "../ex06b/wrong_zip.rs"
        Red("a_pattern_is_as_long_as_its_path", "Who notices");
    empty_parts_left_out "../ex06b/wrong_empty_parts_left_out.rs"
        Red("an_empty_part_is_a_part", "no pattern has one there");
    nobody_has_a_name "../ex06b/wrong_nobody_has_a_name.rs"
        Red("an_empty_part_is_a_part", "nobody is called");
    grouped_by_pattern "../ex06b/wrong_grouped_by_pattern.rs"
        Red("each_method_of_a_path_has_its_own_handler", "the order in which the routes came");
    last_one_wins "../ex06b/wrong_last_one_wins.rs"
        Red("each_method_of_a_path_has_its_own_handler", "Is the first one still there");
    case_ignored "../ex06b/wrong_case_ignored.rs"
        Red("a_handler_gets_its_parts_of_the_path", "large and small letters");
    brace_anywhere "../ex06b/wrong_brace_anywhere.rs"
        Red("a_handler_gets_its_parts_of_the_path", "in braces as a whole");
    slash_not_asked "../ex06b/wrong_slash_not_asked.rs"
        Red("an_empty_part_is_a_part", "Every path begins with a slash");
    equal_texts_first "../ex06b/wrong_equal_texts_first.rs"
        Red("a_handler_gets_its_parts_of_the_path", "before or after the two texts");
    parts_of_other_routes "../ex06b/wrong_parts_of_other_routes.rs"
        Red("a_handler_gets_its_parts_of_the_path", "What becomes of the parts");
    only_neighbours "../ex06b/wrong_only_neighbours.rs"
        Red("a_405_says_what_this_path_allows", "finds only neighbours");
    head_is_get "../ex06b/wrong_head_is_get.rs"
        Red("a_405_says_what_this_path_allows", "HEAD is a method like any other");
}

//! Exercise 06d: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/06-graceful-shutdown/exercises/checks/ex06d_checks.rs"

    starter "../../../steps/06-graceful-shutdown/exercises/starters/ex06d.rs" AllRed;
    answer "../ex06d/answer.rs" Green;
    part_by_part "../ex06d/other_part_by_part.rs" Green;
    decoded_until_nothing_is_left "../ex06d/wrong_decoded_until_nothing_is_left.rs"
        Red("a_path_is_decoded_once", "How often is it decoded");
    a_folder_is_found "../ex06d/wrong_a_folder_is_found.rs"
        Red("a_path_is_decoded_once", "This is a folder");
    dots_before_decoding "../ex06d/wrong_dots_before_decoding.rs"
        Red("no_dots_lead_out", "What is looked at first");
    absolute_path_joined "../ex06d/wrong_absolute_path_joined.rs"
        Red("no_absolute_path_leads_out", "begins with a slash");
    #[cfg(unix)] // elsewhere one may not make the links that it is about
    links_followed "../ex06d/wrong_links_followed.rs"
        Red("no_link_leads_out", "where a path really ends");
    #[cfg(unix)] // elsewhere one may not make the links that it is about
    texts_compared "../ex06d/wrong_texts_compared.rs"
        Red("no_link_leads_out", "two texts compared");
    #[cfg(unix)] // elsewhere one may not make the links that it is about
    root_not_asked "../ex06d/wrong_root_not_asked.rs"
        Red("no_link_leads_out", "the root is a link itself");
    percent_left_as_it_is "../ex06d/wrong_percent_left_as_it_is.rs"
        Red("what_is_no_name_names_nothing", "two hexadecimal digits");
    letters_counted "../ex06d/wrong_letters_counted.rs"
        Red("what_is_no_name_names_nothing", "a panic");
    similar_name "../ex06d/wrong_similar_name.rs"
        Red("what_is_no_name_names_nothing", "no UTF-8");
    backslash_is_a_letter "../ex06d/wrong_backslash_is_a_letter.rs"
        Red("what_is_no_name_names_nothing", "a backslash is a slash");
    plus_is_a_space "../ex06d/wrong_plus_is_a_space.rs"
        Red("a_path_is_decoded_once", "In a path it is a plus");
    end_of_the_way "../ex06d/wrong_end_of_the_way.rs"
        Red("no_dots_lead_out", "or only its end");
    dots_in_a_name "../ex06d/wrong_dots_in_a_name.rs"
        Red("no_dots_lead_out", "These dots are in a name");
    #[cfg(unix)] // elsewhere one may not make the links that it is about
    link_left "../ex06d/wrong_link_left.rs"
        Red("no_link_leads_out", "known where it ends");
    slash_not_asked "../ex06d/wrong_slash_not_asked.rs"
        Red("what_is_no_name_names_nothing", "Who asks whether it does");
    letters_of_bytes "../ex06d/wrong_letters_of_bytes.rs"
        Red("a_path_is_decoded_once", "one letter of UTF-8");
    slash_in_a_part "../ex06d/wrong_slash_in_a_part.rs"
        Red("a_path_is_decoded_once", "a slash like any other");
    only_dots_asked "../ex06d/wrong_only_dots_asked.rs"
        Red("no_absolute_path_leads_out", "begins with a slash");
    #[cfg(unix)] // elsewhere no file has such a name
    control_characters_left "../ex06d/wrong_control_characters_left.rs"
        Red("what_is_no_name_names_nothing", "a control character");
}

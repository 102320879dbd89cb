//! Exercise 03a: the checks tell right from wrong.

#![allow(clippy::duplicate_mod, reason = "the same checks look at each variant")]

use trial::Expected::{AllRed, Green, Red};

trial::proof! {
    "../../../steps/03-respond/exercises/checks/ex03a_checks.rs"

    starter "../../../steps/03-respond/exercises/starters/ex03a.rs" AllRed;
    answer "../ex03a/answer.rs" Green;
    head_as_text "../ex03a/other_head_as_text.rs" Green;
    counts_characters "../ex03a/wrong_counts_characters.rs"
        Red("the_length_counts_bytes", "bytes, or characters");
    length_with_the_body "../ex03a/wrong_length_with_the_body.rs"
        Red("every_reply_has_one_length", "Without a length the client waits");
    name_is_a_key "../ex03a/wrong_name_is_a_key.rs"
        Red("headers_of_one_name_are_all_sent", "A name is no key");
    only_the_pair "../ex03a/wrong_only_the_pair.rs"
        Red("no_header_becomes_two", "Must it be both");
    line_ends_taken_out "../ex03a/wrong_line_ends_taken_out.rs"
        Red("no_header_becomes_two", "a client has written it");
    name_is_trusted "../ex03a/wrong_name_is_trusted.rs"
        Red("no_header_becomes_two", "look at the name");
    name_with_a_space "../ex03a/wrong_name_with_a_space.rs"
        Red("no_header_becomes_two", "What can a name be made of");
    end_is_trimmed "../ex03a/wrong_end_is_trimmed.rs"
        Red("no_header_becomes_two", "Also at its end");
    refuses_what_is_unusual "../ex03a/wrong_refuses_what_is_unusual.rs"
        Red("a_reply_has_all_its_parts", "Only CR, LF and NUL are refused");
    refuses_what_is_empty "../ex03a/wrong_refuses_what_is_empty.rs"
        Red("a_reply_has_all_its_parts", "Only CR, LF and NUL are refused");
    name_is_trimmed "../ex03a/wrong_name_is_trimmed.rs"
        Red("no_header_becomes_two", "is the name looked at as it came");
    longer_list "../ex03a/wrong_longer_list.rs"
        Red("no_header_becomes_two", "or one of what is bad");
}

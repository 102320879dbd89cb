//! What the pages of the book promise.

use book::{
    blocks, commands, diffs, errors, exercises, limits, links, made, plans, questions, refused,
    uses,
};

/// A test of each check: it finds nothing.
macro_rules! promises {
    ($($name:ident: $found:expr;)*) => {$(
        #[test]
        fn $name() {
            book::assert_none($found);
        }
    )*};
}

promises! {
    every_block_of_code_is_of_a_kind_that_a_test_runs: blocks::check();
    every_link_leads_somewhere: links::check();
    every_page_has_a_name_of_its_own: links::names();
    every_command_names_what_is_there: commands::check();
    every_question_has_one_right_answer: questions::check();
    the_diffs_are_those_of_the_steps: diffs::check();
    everything_that_was_made_is_shown: uses::unused();
    the_index_of_compiler_errors_is_complete: errors::check();
    every_place_in_a_message_is_where_the_page_says: uses::wrong_places();
    every_exercise_has_all_that_it_needs: exercises::check();
    every_chapter_is_short_enough_and_has_its_attempts: limits::check();
    the_table_of_minutes_is_right: made::check("minutes");
    the_plans_for_a_class_have_the_minutes_of_the_book: plans::check();
    what_the_compiler_says_belongs_to_an_attempt: refused::check_files();
    the_checkpoints_are_counted: made::check("checkpoints");
}

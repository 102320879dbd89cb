//! What the pages of the book promise.

use book::{
    blocks, checkpoints, commands, diffs, errors, exercises, limits, links, minutes, names, plans,
    questions, refused, uses,
};

fn assert_none(problems: Result<Vec<String>, String>) {
    let problems = problems.unwrap_or_else(|problem| vec![problem]);
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_block_of_code_is_of_a_kind_that_a_test_runs() {
    assert_none(blocks::check());
}

#[test]
fn every_link_leads_somewhere() {
    assert_none(links::check());
}

#[test]
fn every_page_has_a_name_of_its_own() {
    assert_none(names::check());
}

#[test]
fn every_command_names_what_is_there() {
    assert_none(commands::check());
}

#[test]
fn every_question_has_one_right_answer() {
    assert_none(questions::check());
}

#[test]
fn the_diffs_are_those_of_the_steps() {
    assert_none(diffs::check());
}

#[test]
fn everything_that_was_made_is_shown() {
    assert_none(uses::unused());
}

#[test]
fn the_index_of_compiler_errors_is_complete() {
    assert_none(errors::check());
}

#[test]
fn every_place_in_a_message_is_where_the_page_says() {
    assert_none(uses::wrong_places());
}

#[test]
fn every_exercise_has_all_that_it_needs() {
    assert_none(exercises::check());
}

#[test]
fn every_chapter_is_short_enough_and_has_its_attempts() {
    assert_none(limits::check());
}

#[test]
fn the_table_of_minutes_is_right() {
    assert_none(minutes::check());
}

#[test]
fn the_plans_for_a_class_have_the_minutes_of_the_book() {
    assert_none(plans::check());
}

#[test]
fn what_the_compiler_says_belongs_to_an_attempt() {
    assert_none(refused::check_files());
}

#[test]
fn the_checkpoints_are_counted() {
    assert_none(checkpoints::check());
}

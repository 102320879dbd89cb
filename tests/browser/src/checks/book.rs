//! The book, as somebody reads it: with a mouse, with a keyboard, by night, on a phone, on paper.

mod access;
mod code;
mod keys;
mod loads;
mod looks;
mod model;
mod model_busy;
mod model_by_hand;
mod model_end;
mod paper;
mod pictures;
mod plain;
mod search;

use super::Check;

pub const CHECKS: [Check; 20] = [
    (
        "book: every page loads, and nothing from outside",
        loads::every_page_loads_by_itself,
    ),
    (
        "book: an address without a page",
        loads::wrong_address_shows_the_way,
    ),
    (
        "book: no page scrolls sideways on a phone",
        looks::no_page_scrolls_sideways,
    ),
    (
        "book: axe finds nothing serious",
        access::axe_finds_nothing_serious,
    ),
    ("book: every text stands out", access::every_text_stands_out),
    ("book: no code is hidden", code::no_code_is_hidden),
    (
        "book: search leads to a page",
        search::search_leads_to_a_page,
    ),
    ("book: the skip link", keys::skip_link_comes_first),
    (
        "book: Tab reaches everything in a chapter",
        keys::tab_reaches_everything_in_a_chapter,
    ),
    (
        "book: Tab reaches everything in the model",
        keys::tab_reaches_everything_in_the_model,
    ),
    (
        "book: questions unfold by keyboard",
        keys::questions_unfold_by_keyboard,
    ),
    ("book: the model, busy and free", model_busy::busy_and_free),
    (
        "book: the model, its two mistakes",
        model_busy::its_two_mistakes,
    ),
    ("book: the model, Ctrl-C", model_end::ctrl_c),
    ("book: the model, silent clients", model_end::silent_clients),
    ("book: the model loses nobody", model_end::loses_nobody),
    (
        "book: the model by keyboard",
        model_by_hand::works_by_keyboard,
    ),
    (
        "book: nothing moves for who wants no motion",
        looks::nothing_moves,
    ),
    ("book: without scripts", plain::reads_well_without_scripts),
    ("book: on paper", paper::all_of_it_is_on_paper),
];

/// What runs only when asked for.
pub const PICTURES: [Check; 1] = [("pictures of the book", pictures::save)];

//! Reading without a mouse.

use kit::fail;

use crate::book::{Reader, chapter_pages};
use crate::keys::{ENTER, TAB};
use crate::problems::expect_none;

const CHAPTER: &str = "01-listener/code.html";
pub const MODEL: &str = "05-threadpool/model.html";

/// The first Tab leads to the skip link, which shows itself, and Enter to the text.
pub fn skip_link_comes_first() {
    let reader = Reader::start();
    reader.open(CHAPTER);
    reader.browser.press(TAB);
    let shows = "document.activeElement.id === 'skip-link' \
                 && document.activeElement.getBoundingClientRect().top >= 0";
    reader.wait_until(CHAPTER, "Tab shows the skip link", shows);
    reader.browser.press(ENTER);
    let is_there = "document.activeElement.localName === 'main'";
    reader.wait_until(CHAPTER, "Enter moves the focus to the text", is_there);
    reader.browser.press(TAB);
    let is_inside = "document.activeElement.closest('main') !== null";
    reader.wait_until(CHAPTER, "the next Tab goes on in the text", is_inside);
}

pub fn tab_reaches_everything_in_a_chapter() {
    expect_all_reached(CHAPTER);
}

pub fn tab_reaches_everything_in_the_model() {
    expect_all_reached(MODEL);
}

/// Tab visits all that can be used, and the focus shows wherever it is.
fn expect_all_reached(page: &str) {
    let reader = Reader::start();
    reader.open(page);
    let stops = reader.texts(include_str!("../../scripts/book/stops.js"));
    let (mut reached, mut problems) = (vec![false; stops.len()], Vec::new());
    loop {
        reader.browser.press(TAB);
        let focus = reader
            .browser
            .script(include_str!("../../scripts/focus.js"));
        let at = focus.at("at").number();
        if at < 0.0 || reached[at as usize] {
            break; // all around: at the page itself, or at the first stop again
        }
        reached[at as usize] = true;
        if !focus.at("isVisible").is_true() {
            problems.push(format!("no focus to be seen at {}", stops[at as usize]));
        }
    }
    let missed = stops.iter().zip(reached).filter(|(_, reached)| !reached);
    problems.extend(missed.map(|(stop, _)| format!("never reached: {stop}")));
    expect_none(
        &format!("Tab, again and again, on {page}"),
        "each stop, and the focus in sight",
        &problems,
        "book/assets/tour.css and tour.js",
    );
}

/// Enter on an answer shows what is said to it, on every page with questions.
pub fn questions_unfold_by_keyboard() {
    let reader = Reader::start();
    let pages = chapter_pages().into_iter();
    let pages: Vec<String> = pages
        .filter(|page| page.contains("check-yourself"))
        .collect();
    assert!(!pages.is_empty(), "no page has questions");
    for page in &pages {
        reader.open(page);
        let answers = reader.texts(include_str!("../../scripts/book/answers.js"));
        for (number, answer) in answers.iter().enumerate() {
            let answer_is = |state: &str| format!("window.answers[{number}].{state}");
            reader
                .browser
                .script(&answer_is("firstElementChild.focus()"));
            let before = reader.is(&answer_is("open"));
            reader.browser.press(ENTER);
            if before || !reader.is(&answer_is("open")) {
                let came = format!("open before: {before}, and then not");
                fail(
                    &format!("Enter on {answer:?}, {page}"),
                    "it unfolds",
                    &came,
                    "the page",
                );
            }
        }
    }
}

//! The search, by keyboard.

use crate::book::Reader;
use crate::keys::{DOWN, ENTER};

const WORD: &str = "backlog";

/// A key opens the search, a word finds pages, and another key leads to the first of them.
pub fn search_leads_to_a_page() {
    let reader = Reader::start();
    let start = "set-up.html";
    reader.open(start);
    reader.browser.press('/');
    let is_open = "document.activeElement.id === 'mdbook-searchbar'";
    reader.wait_until(start, "/ opens the search", is_open);
    WORD.chars().for_each(|letter| reader.browser.press(letter));
    let has_results = "document.querySelectorAll('#mdbook-searchresults a').length > 0";
    reader.wait_until(start, "the search finds a page", has_results);
    reader.browser.press(DOWN);
    reader.browser.press(ENTER);
    let has_come = format!(
        "document.readyState === 'complete' && !location.pathname.endsWith('/{start}') \
         && document.querySelector('main mark')?.textContent.toLowerCase().startsWith('{WORD}')"
    );
    reader.wait_until(start, "Enter leads to a page with the word", &has_come);
}

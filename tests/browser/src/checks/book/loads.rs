//! What comes when a page is opened.

use crate::book::{Reader, on_each_page, site};
use crate::page::requested;
use crate::problems::expect_none;

/// Every page is there, and so is all that it asks for. It asks for nothing elsewhere, and the
/// console is quiet.
pub fn every_page_loads_by_itself() {
    site().take_missing();
    let start = || {
        let reader = Reader::start();
        reader.browser.log("performance"); // whatever the start itself has asked for
        reader
    };
    let mut problems = on_each_page(start, |reader, _| loading_problems(reader));
    let missing = site().take_missing().into_iter();
    problems.extend(missing.map(|target| format!("there is no {target}")));
    let expected = "a quiet console, and requests only for what the book has";
    expect_none("each page", expected, &problems, "what the page refers to");
}

fn loading_problems(reader: &Reader) -> Vec<String> {
    let said = reader.browser.log("browser").into_iter();
    let said = said.map(|entry| format!(": the console says {}", entry.at("message").text()));
    let home = site().url("");
    let asked = requested(&reader.browser.log("performance")).into_iter();
    let outside = asked.filter(|url| !url.starts_with(&home));
    let outside = outside.map(|url| format!(": a request to {url}"));
    said.chain(outside).collect()
}

/// Whoever follows a wrong link gets a page with the list of chapters, however deep the address.
pub fn wrong_address_shows_the_way() {
    let reader = Reader::start();
    site().take_missing();
    reader.open("no/such/page.html");
    let missing = site().take_missing();
    assert_eq!(
        missing,
        ["/no/such/page.html"],
        "what is missing besides the page itself"
    );
    let way = "document.querySelectorAll('#mdbook-sidebar a[href]').length > 5";
    assert!(
        reader.is(way),
        "no list of chapters at an address without a page"
    );
}

//! What a printer gets.

use crate::book::{Reader, on_each_page};
use crate::checks::book::keys::MODEL;
use crate::look;
use crate::problems::expect_none;

/// A sheet of A4 without its margins, in CSS pixels.
const SHEET: u32 = 718;

/// Nothing is folded away or cut off on paper, and the model is a still picture there.
pub fn all_of_it_is_on_paper() {
    let problems = on_each_page(start, |reader, _| {
        let problems = reader.texts(include_str!("../../scripts/book/paper.js"));
        problems
            .iter()
            .map(|problem| format!(": {problem}"))
            .collect()
    });
    let expected = "all that can be folded is open, and nothing is wider than the sheet";
    expect_none(
        "each page, for print",
        expected,
        &problems,
        "@media print in book/assets",
    );
    let reader = start();
    expect_still_picture(&reader);
    expect_folded_again(&reader);
}

/// A reader who sees pages as a printer does.
fn start() -> Reader {
    let reader = Reader::start();
    let print = r#"{"media":"print"}"#;
    reader.browser.devtools("Emulation.setEmulatedMedia", print);
    look::resize(&reader.browser, SHEET, 1000);
    reader
}

fn expect_still_picture(reader: &Reader) {
    for page in [MODEL, "print.html"] {
        reader.open(page);
        let is_still = "document.querySelector('#pool-model > figure').checkVisibility() \
                        && !document.querySelector('[data-runs]')?.checkVisibility()";
        assert!(
            reader.is(is_still),
            "{page}: not the still picture is printed, but the model"
        );
    }
}

/// The script of the book unfolds everything for the printer, and folds it again.
fn expect_folded_again(reader: &Reader) {
    reader.open(MODEL);
    let folded = "document.querySelectorAll('details:not([open])').length";
    let note = format!(
        "window.before = {folded}; addEventListener('beforeprint', () => {{ window.during = {folded}; }})"
    );
    reader.browser.script(&note);
    reader.browser.devtools("Page.printToPDF", "{}");
    let is_folded =
        format!("window.before > 0 && window.during === 0 && {folded} === window.before");
    assert!(
        reader.is(&is_folded),
        "{MODEL}: not unfolded for print, or not folded after it"
    );
}

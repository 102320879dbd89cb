//! The blocks of code.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::book::{Reader, on_each_page};
use crate::problems::expect_none;

/// Each line of each block is there to be read: those that stay as they are are faded, not hidden.
pub fn no_code_is_hidden() {
    let faded = AtomicUsize::new(0);
    let problems = on_each_page(Reader::start, |reader, _| {
        let lines = reader.texts(include_str!("../../scripts/book/faded.js"));
        faded.fetch_add(lines.len(), Ordering::Relaxed);
        let hidden = reader.texts(include_str!("../../scripts/book/hidden-code.js"));
        hidden.iter().map(|line| format!(": {line}")).collect()
    });
    let expected = "each line is shown, and lines that stay have a colour of their own";
    expect_none(
        "the blocks of code",
        expected,
        &problems,
        "book/assets/tour.css",
    );
    let is_marked = faded.into_inner() > 0;
    assert!(
        is_marked,
        "no piece has a line that stays: does `cargo run -p book -- mark` work?"
    );
}

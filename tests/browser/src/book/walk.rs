//! A walk through the whole book.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

use super::{Reader, pages};

/// Two readers share the pages, for speed.
const READERS: usize = 2;

/// Opens each page, and returns what a check has to say to it. `start` prepares a reader.
pub fn on_each_page(
    start: impl Fn() -> Reader + Sync,
    check: impl Fn(&Reader, &str) -> Vec<String> + Sync,
) -> Vec<String> {
    // The longest page, the one with the whole book, is the last of the list. It comes first, so
    // that nobody waits for it at the end.
    let left = Mutex::new(pages());
    let next = || left.lock().ok().and_then(|mut pages| pages.pop());
    let walk = || {
        let reader = start();
        let mut problems = Vec::new();
        while let Some(page) = next() {
            reader.open(&page);
            let found = check(&reader, &page).into_iter();
            problems.extend(found.map(|problem| format!("{page}{problem}")));
        }
        problems
    };
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(walk)).collect();
        let found = readers.into_iter().map(|reader| reader.join());
        let mut problems: Vec<String> = found
            .flat_map(|found| found.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect();
        problems.sort();
        problems
    })
}

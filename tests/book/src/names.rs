//! The names of pages in the summary: the sidebar and the tabs of a browser show them.

use std::collections::BTreeSet;

use crate::files;
use crate::page::title;
use crate::pages::{SUMMARY, all};

/// The names that two pages share, and those that are not the heading of their page, or its beginning,
/// with a number at most. The first page has the title of the book.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let summary = files::read(SUMMARY)?;
    let names = summary.lines().filter(|line| line.contains(".md)"));
    let names = names.filter_map(|line| line.split_once('[')?.1.split_once("]("));
    for ((name, _), page) in names.zip(all()?) {
        let heading = title(&page);
        let is_same = name.contains(heading) || heading.starts_with(name);
        if heading == page.path || (!is_same && !seen.is_empty()) {
            problems.push(format!("{SUMMARY} calls \"{heading}\" \"{name}\""));
        }
        if !seen.insert(name) {
            problems.push(format!("{SUMMARY} calls two pages \"{name}\""));
        }
    }
    Ok(problems)
}

//! Which pages the book has.

use std::fs;

use super::SOURCE;

/// Those that mdBook makes besides the ones of the summary.
const MADE: [&str; 3] = ["index.html", "404.html", "print.html"];

/// Every page, named as in its address.
pub fn pages() -> Vec<String> {
    let mut pages = chapter_pages();
    pages.extend(MADE.map(str::to_string));
    pages
}

/// The pages of the summary, in its order.
pub fn chapter_pages() -> Vec<String> {
    let path = format!("{SOURCE}/src/SUMMARY.md");
    let summary = fs::read_to_string(&path);
    let summary = summary.unwrap_or_else(|error| panic!("cannot read {path}: {error}"));
    summary.lines().filter_map(address).collect()
}

/// `02-parse-request/index.html` for `- [A request](02-parse-request/README.md)`.
fn address(line: &str) -> Option<String> {
    let (_, link) = line.split_once("](")?;
    let name = link.strip_suffix(".md)")?;
    let name = match name.strip_suffix("README") {
        Some(folder) => format!("{folder}index"),
        None => name.to_string(),
    };
    Some(name + ".html")
}

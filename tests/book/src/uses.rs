//! Everything that was made for the book is in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use crate::pages::{all, include};

/// What no page shows.
///
/// # Errors
/// The pages cannot be read.
pub fn unused() -> Result<Vec<String>, String> {
    let used = used()?;
    let is_used = |path: &String| used.contains_key(path);
    let mut problems = Vec::new();
    let mut made = Vec::new();
    for folder in [
        "refused", "figures", "diffs", "sessions", "recorded", "deploy",
    ] {
        made.extend(files::below(&format!("book/{folder}"))?);
    }
    for path in made.into_iter().filter(|path| !is_used(path)) {
        let either = path.ends_with(".console") && {
            let other = match path.strip_suffix(".server.console") {
                Some(name) => format!("{name}.client.console"),
                None => path.replace(".client.", ".server."),
            };
            is_used(&other)
        };
        let is_data = [".session", ".csv", "recorded-with.txt"];
        if !either && !is_data.iter().any(|end| path.ends_with(end)) {
            problems.push(format!("no page shows {path}"));
        }
    }
    Ok(problems)
}

/// The places in a compiler's message, such as `x.rs:8:50`, that a page explains and that no message on
/// the page has.
///
/// # Errors
/// The pages cannot be read.
pub fn wrong_places() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for page in all()? {
        let messages = page
            .text
            .lines()
            .filter_map(|line| include(&page.path, line));
        let messages: String = messages
            .filter(|(path, _)| is_message(path) || path.ends_with("/story.txt"))
            .filter_map(|(path, _)| files::read(&path).ok())
            .collect();
        for word in page.text.split(['`', ' ', '\n']) {
            let is_place = word.contains(".rs:") && word.ends_with(|c: char| c.is_ascii_digit());
            if is_place && !word.contains('{') && !messages.contains(word) {
                problems.push(format!("{}: no message on the page has {word}", page.path));
            }
        }
    }
    Ok(problems)
}

/// Whether a file holds what the compiler says.
pub fn is_message(path: &str) -> bool {
    path.starts_with("book/refused/")
}

/// Which files are included, and by which pages.
fn used() -> Result<BTreeMap<String, BTreeSet<String>>, String> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in all()? {
        for line in page.text.lines() {
            if let Some((path, _)) = include(&page.path, line) {
                used.entry(path).or_default().insert(page.path.clone());
            }
        }
    }
    Ok(used)
}

//! Everything that was made for the book is in it.

use std::collections::BTreeSet;

use crate::files;
use crate::page::{includes, is_message};
use crate::pages::all;

/// What no page shows.
pub fn unused() -> Result<Vec<String>, String> {
    let pages = all()?;
    let used: BTreeSet<String> = pages.iter().flat_map(includes).collect();
    let mut problems = Vec::new();
    let mut made = Vec::new();
    for folder in [
        "refused", "figures", "diffs", "sessions", "recorded", "deploy",
    ] {
        made.extend(files::below(&format!("book/{folder}"))?);
    }
    for path in made.into_iter().filter(|path| !used.contains(path)) {
        // Of a session one terminal is enough.
        let other = match path.strip_suffix(".server.console") {
            Some(name) => format!("{name}.client.console"),
            None => path.replace(".client.console", ".server.console"),
        };
        let is_data = [".session", ".csv", "recorded-with.txt"];
        if !used.contains(&other) && !is_data.iter().any(|end| path.ends_with(end)) {
            problems.push(format!("no page shows {path}"));
        }
    }
    Ok(problems)
}

/// The places in a compiler's message, such as `x.rs:8:50`, that a page explains and that no message on
/// the page has.
pub fn wrong_places() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for page in all()? {
        let messages: String = includes(&page)
            .filter(|path| is_message(path) || path.ends_with("/story.txt"))
            .filter_map(|path| files::read(&path).ok())
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

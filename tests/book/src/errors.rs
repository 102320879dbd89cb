//! The index of the compiler's errors: which are met, what was refused, and on which page.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::files;
use crate::message;
use crate::pages::{all, include};
use crate::uses::is_message;

const INDEX: &str = "book/recorded/errors.md";

/// Writes the index anew.
///
/// # Errors
/// A file cannot be read or written.
pub fn record() -> Result<(), String> {
    files::write(INDEX, &index()?)
}

/// Whether the index lists what the pages show, and can be read.
///
/// # Errors
/// The pages cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    let recorded = files::read(INDEX)?;
    if recorded != index()? {
        problems.push(format!(
            "{INDEX} is not what the pages show: cargo run -p book -- record errors"
        ));
    }
    if recorded.lines().any(|line| line.trim() == "``") {
        problems.push(format!(
            "{INDEX} does not say of each error which line is refused"
        ));
    }
    Ok(problems)
}

/// An error by its code, the page that shows it and what it says; the line that is refused, and a link.
type Entries = BTreeMap<(String, usize, String), (String, String)>;

/// An entry for each error on each page: the first line of code, if a page has several with one message.
fn entries() -> Result<Entries, String> {
    let mut entries = BTreeMap::new();
    for (number, page) in all()?.iter().enumerate() {
        let title = page.text.lines().find_map(|line| line.strip_prefix("# "));
        let title = title.unwrap_or(&page.path);
        let link = page.path.trim_start_matches("book/src/");
        let includes = page
            .text
            .lines()
            .filter_map(|line| include(&page.path, line));
        for (path, _) in includes.filter(|(path, _)| is_message(path)) {
            for error in message::errors(&files::read(&path)?) {
                let entry = (error.refused, format!("[{title}]({link})"));
                let key = (error.code, number, error.says);
                entries.entry(key).or_insert(entry);
            }
        }
    }
    Ok(entries)
}

/// A link to each code, and below a heading for each its entries.
fn index() -> Result<String, String> {
    let (mut links, mut index) = (String::new(), String::new());
    let mut last = None;
    for ((code, _, says), (refused, link)) in entries()? {
        if last.as_ref() != Some(&code) {
            let heading = match code.as_str() {
                "" => "Without a code",
                code => code,
            };
            let anchor = heading.to_lowercase().replace(' ', "-");
            let _ = writeln!(links, "[{heading}](#{anchor})");
            let _ = writeln!(index, "\n## {heading}\n");
            last = Some(code);
        }
        let says = without_html(&says);
        let _ = writeln!(index, "- {says}  \n  `{refused}`  \n  {link}");
    }
    Ok(links + &index)
}

/// What stands between angle brackets must not be taken for HTML.
fn without_html(says: &str) -> String {
    let says = says.replace('<', "&lt;");
    let parts = says.split('`').enumerate().map(|(at, part)| match at % 2 {
        1 => format!("`{}`", part.replace("&lt;", "<")),
        _ => part.to_string(),
    });
    parts.collect()
}

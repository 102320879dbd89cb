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
    files::write(INDEX, &table()?)
}

/// Whether the index lists what the pages show, and can be read.
///
/// # Errors
/// The pages cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    let index = files::read(INDEX)?;
    if index != table()? {
        problems.push(format!(
            "{INDEX} is not what the pages show: cargo run -p book -- record errors"
        ));
    }
    for line in index.lines().filter(|line| line.contains("| `` |")) {
        problems.push(format!("{INDEX} does not say what is refused: {line}"));
    }
    Ok(problems)
}

/// A row for each error on each page; the first line of code, if a page has several with one message.
fn table() -> Result<String, String> {
    let mut rows = BTreeMap::new();
    for (number, page) in all()?.iter().enumerate() {
        let title = page.text.lines().find_map(|line| line.strip_prefix("# "));
        let title = title.unwrap_or(&page.path);
        let link = page.path.trim_start_matches("book/src/");
        for line in page.text.lines() {
            let Some((path, _)) = include(&page.path, line).filter(|(path, _)| is_message(path))
            else {
                continue;
            };
            for error in message::errors(&files::read(&path)?) {
                let row = (error.refused, format!("[{title}]({link})"));
                rows.entry((error.code, number, error.says)).or_insert(row);
            }
        }
    }
    let mut table = String::from(
        "| code | what the compiler says | of which line | where we meet it |\n|---|---|---|---|\n",
    );
    for ((code, _, says), (refused, link)) in rows {
        let url = "https://doc.rust-lang.org/error_codes";
        let code = match code.as_str() {
            "" => "no code".to_string(),
            code => format!("[{code}]({url}/{code}.html)"),
        };
        let (says, refused) = (in_table(&says), refused.replace('|', "\\|"));
        let _ = writeln!(table, "| {code} | {says} | `{refused}` | {link} |");
    }
    Ok(table)
}

/// What stands between angle brackets must not be taken for HTML, nor a bar for a column.
fn in_table(says: &str) -> String {
    let says = says.replace('|', "\\|").replace('<', "&lt;");
    let parts = says.split('`').enumerate().map(|(at, part)| match at % 2 {
        1 => format!("`{}`", part.replace("&lt;", "<")),
        _ => part.to_string(),
    });
    parts.collect()
}

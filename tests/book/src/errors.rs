//! The index of the compiler's errors: which are met, and on which page.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::files;
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

/// Whether the index lists what the pages show.
///
/// # Errors
/// The pages cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let is_right = files::read(INDEX)? == table()?;
    let problem = format!("{INDEX} is not what the pages show: cargo run -p book -- record errors");
    Ok(if is_right { Vec::new() } else { vec![problem] })
}

fn table() -> Result<String, String> {
    let mut rows = BTreeSet::new();
    for (number, page) in all()?.iter().enumerate() {
        let title = page.text.lines().find_map(|line| line.strip_prefix("# "));
        let title = title.unwrap_or(&page.path);
        let link = page.path.trim_start_matches("book/src/");
        for line in page.text.lines() {
            let Some((path, _)) = include(&page.path, line) else {
                continue;
            };
            if !is_message(&path) {
                continue;
            }
            for (code, says) in errors(&files::read(&path)?) {
                rows.insert((code, number, says, format!("[{title}]({link})")));
            }
        }
    }
    let mut table =
        String::from("| code | what the compiler says | where we meet it |\n|---|---|---|\n");
    for (code, _, says, link) in rows {
        let url = "https://doc.rust-lang.org/error_codes";
        let code = match code.as_str() {
            "" => "no code".to_string(),
            code => format!("[{code}]({url}/{code}.html)"),
        };
        let _ = writeln!(table, "| {code} | {says} | {link} |");
    }
    Ok(table)
}

/// The codes and messages of a recorded error text.
fn errors(text: &str) -> Vec<(String, String)> {
    let mut errors = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.contains("aborting due to"))
    {
        let error = match line.strip_prefix("error[") {
            Some(rest) => rest.split_once("]: "),
            None => line.strip_prefix("error: ").map(|says| ("", says)),
        };
        let Some((code, says)) = error else {
            continue;
        };
        // What stands between angle brackets must not be taken for HTML, nor a bar for a column.
        let says = says.replace('|', "\\|").replace('<', "&lt;");
        let in_code = says.split('`').enumerate().map(|(at, part)| match at % 2 {
            1 => format!("`{}`", part.replace("&lt;", "<")),
            _ => part.to_string(),
        });
        errors.push((code.to_string(), in_code.collect()));
    }
    errors
}

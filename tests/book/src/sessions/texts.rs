//! What the terminals show, with the ports that they have in the book.

use std::collections::HashMap;

use super::command::ADDRESS;

/// The start of the addresses of clients in a log.
const LOCAL: &str = "127.0.0.1:";

/// The first of the ports that clients have in the book.
const FIRST_PORT: usize = 50_001;

/// Rewrites every number that follows `before`.
pub fn numbers_after(before: &str, text: &str, mut number: impl FnMut(&str) -> String) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut result = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        result += &rest[..start];
        let from = &rest[start..];
        let (digits, after) = from.split_at(from.find(|c| !is_digit(c)).unwrap_or(from.len()));
        match result.ends_with(before) {
            true => result += &number(digits),
            false => result += digits,
        }
        rest = after;
    }
    result + rest
}

/// Gives the clients of a log the ports 50001, 50002 and so on, in the order in which they appear.
pub fn rename_clients(log: &str) -> String {
    let mut names = HashMap::new();
    numbers_after(LOCAL, log, |port| {
        let next = FIRST_PORT + names.len();
        match Some(port) == ADDRESS.strip_prefix(LOCAL) {
            true => port.to_string(),
            false => names.entry(port.to_string()).or_insert(next).to_string(),
        }
    })
}

/// The first `count` lines, and how many more there are. A last line in brackets stays: it is
/// knock's own.
pub fn shorten(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let (body, last) = match lines.split_last() {
        Some((last, body)) if last.starts_with('[') => (body, Some(*last)),
        _ => (lines.as_slice(), None),
    };
    if body.len().saturating_sub(count) <= 1 {
        return text.to_string(); // the line that says so would be no shorter
    }
    let more = format!("[... {} more lines]", body.len() - count);
    let shown = [&body[..count], &[more.as_str()]].concat();
    let shown: Vec<&str> = shown.into_iter().chain(last).collect();
    shown.join("\n") + "\n"
}

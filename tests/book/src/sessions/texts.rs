//! What the terminals show, with the ports that they have in the book.

use std::collections::HashMap;

/// The start of the addresses of clients in a log.
const LOCAL: &str = "127.0.0.1:";

/// The first of the ports that clients have in the book.
const FIRST_PORT: usize = 50_001;

/// Rewrites every number that follows `before`.
pub fn numbers_after(before: &str, text: &str, mut number: impl FnMut(&str) -> String) -> String {
    let mut parts = text.split(before);
    let mut result = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let end = part
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(part.len());
        let (digits, rest) = part.split_at(end);
        result += before;
        if !digits.is_empty() {
            result += &number(digits);
        }
        result += rest;
    }
    result
}

/// Gives the clients of a log the ports 50001, 50002 and so on, in the order in which they appear.
pub fn rename_clients(log: &str, server: &str) -> String {
    let server = server.strip_prefix(LOCAL).unwrap_or(server);
    let mut names = HashMap::new();
    numbers_after(LOCAL, log, |port| {
        let next = FIRST_PORT + names.len();
        match port == server {
            true => port.to_string(),
            false => names.entry(port.to_string()).or_insert(next).to_string(),
        }
    })
}

/// Replaces a number wherever it stands alone.
pub fn replace_number(text: &str, old: &str, new: &str) -> String {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(old) {
        let alone = !is_digit(before.chars().last()) && !is_digit(after.chars().next());
        result += before;
        result += if alone { new } else { old };
        rest = after;
    }
    result + rest
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
    let mut shown: Vec<String> = body[..count].iter().map(|line| line.to_string()).collect();
    shown.push(format!("[... {} more lines]", body.len() - count));
    shown.extend(last.map(str::to_string));
    shown.join("\n") + "\n"
}

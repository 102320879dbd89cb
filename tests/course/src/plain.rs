//! The text of a page, as a terminal shows it.

const WIDTH: usize = 80;

/// Puts files in where the page includes them. `page` is the page's own path.
pub fn with_includes(text: &str, page: &str, read: impl Fn(&str) -> Option<String>) -> String {
    let include = |line: &str| {
        let (_, path) = line.split_once("{{#include ")?;
        let (path, _) = path.split_once("}}")?;
        let path = resolved(page, path);
        Some(read(&path).unwrap_or_else(|| format!("(see {path})\n")))
    };
    let lines = text.lines();
    lines
        .map(|line| include(line).unwrap_or_else(|| format!("{line}\n")))
        .collect()
}

/// `../x.rs` as seen from `a/b/page.md` is `a/x.rs`.
fn resolved(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.trim().split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Paragraphs are wrapped anew; code stays as it is, a little further in.
pub fn text(markdown: &str) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in markdown.lines() {
        let trimmed = line.trim();
        let is_fence = trimmed.starts_with("```");
        let is_tag = trimmed.starts_with('<') && trimmed.ends_with('>');
        let begins = trimmed.starts_with("- ") || trimmed.starts_with('|');
        if is_fence || begins || trimmed.is_empty() || is_tag {
            end_paragraph(&mut out, &mut paragraph);
        }
        in_code ^= is_fence;
        if is_fence || (is_tag && !in_code) {
            continue;
        }
        match trimmed {
            _ if in_code => out.push_str(format!("    {line}").trim_end()),
            "" => {}
            _ => {
                paragraph.push_str(trimmed);
                paragraph.push(' ');
                continue;
            }
        }
        out.push('\n');
    }
    end_paragraph(&mut out, &mut paragraph);
    out.trim_matches('\n').to_string()
}

fn end_paragraph(out: &mut String, paragraph: &mut String) {
    let text = words_only(paragraph);
    let indent = if text.starts_with("- ") { 2 } else { 0 };
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    if column > 0 {
        out.push('\n');
    }
    paragraph.clear();
}

/// Without stars and the targets of links. What stands between backticks is left alone.
fn words_only(text: &str) -> String {
    let mut out = String::new();
    for (number, piece) in text.split('`').enumerate() {
        let is_code = number % 2 == 1;
        if number > 0 {
            out.push('`');
        }
        match is_code {
            true => out.push_str(piece),
            false => out.push_str(&piece.replace('*', "")),
        }
    }
    without_targets(&out)
}

/// `[a text](a/page.md)` becomes `a text`.
fn without_targets(text: &str) -> String {
    let mut pieces = text.split("](");
    let mut out = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let link = out.rfind('[').zip(piece.split_once(')'));
        match link {
            Some((begin, (_, rest))) => {
                out.remove(begin);
                out.push_str(rest);
            }
            None => {
                out.push_str("](");
                out.push_str(piece);
            }
        }
    }
    out
}

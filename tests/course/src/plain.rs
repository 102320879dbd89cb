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
    let plain = |line: &str| include(line).unwrap_or_else(|| format!("{line}\n"));
    text.lines().map(plain).collect()
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
        if in_code {
            out += format!("    {line}").trim_end();
            out.push('\n');
        } else if trimmed.is_empty() {
            out.push('\n');
        } else {
            paragraph += &format!("{trimmed} ");
        }
    }
    end_paragraph(&mut out, &mut paragraph);
    out.trim_matches('\n').to_string()
}

fn end_paragraph(out: &mut String, paragraph: &mut String) {
    let text = words_only(paragraph);
    let indent = if text.starts_with("- ") { "  " } else { "" };
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            *out += &format!("{line}\n");
            line = format!("{indent}{word}");
        } else {
            line += if line.is_empty() { "" } else { " " };
            line += word;
        }
    }
    *out += &line;
    *out += if line.is_empty() { "" } else { "\n" };
    paragraph.clear();
}

/// Without stars and the targets of links. What stands between backticks is left alone.
fn words_only(text: &str) -> String {
    let pieces = text
        .split('`')
        .enumerate()
        .map(|(number, piece)| match number % 2 {
            0 => piece.replace('*', ""),
            _ => piece.to_string(),
        });
    without_targets(&pieces.collect::<Vec<_>>().join("`"))
}

/// `[a text](a/page.md)` becomes `a text`.
fn without_targets(text: &str) -> String {
    let link = text.split_once("](").and_then(|(before, rest)| {
        let (before, words) = before.rsplit_once('[')?;
        let (_, rest) = rest.split_once(')')?;
        Some(format!("{before}{words}{}", without_targets(rest)))
    });
    link.unwrap_or_else(|| text.to_string())
}

//! The pages of the book, in the order in which a reader turns them, and what is on them.

use crate::files;

pub const SUMMARY: &str = "book/src/SUMMARY.md";

/// The six steps, whose chapters have folders of the same names.
pub const STEPS: [&str; 6] = [
    "01-listener",
    "02-parse-request",
    "03-respond",
    "04-slow-route",
    "05-threadpool",
    "06-graceful-shutdown",
];

/// A page, by its path from the workspace's root.
pub struct Page {
    pub path: String,
    pub text: String,
}

/// Something on a page that a check looks at. Lines are counted from 1.
pub enum Part {
    Paragraph { line: usize, text: String },
    Checkpoint { line: usize, text: String },
    Block(Block),
}

/// A fenced block of code.
#[derive(Clone)]
pub struct Block {
    /// The line of the fence that opens it.
    pub line: usize,
    /// The words after the fence: `rust`, `put`.
    pub info: Vec<String>,
    pub lines: Vec<String>,
}

impl Block {
    pub fn has(&self, word: &str) -> bool {
        self.info.iter().any(|info| info == word)
    }

    /// What stands behind `name=` after the fence.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut values = self.info.iter().filter_map(|info| info.split_once('='));
        let (_, value) = values.find(|(key, _)| *key == name)?;
        Some(value.to_string())
    }
}

/// All pages that the summary names, in its order.
///
/// # Errors
/// A sentence that names the page that cannot be read.
pub fn all() -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    for line in files::read(SUMMARY)?.lines() {
        let Some((_, rest)) = line.split_once("](") else {
            continue;
        };
        let name = rest.split(')').next().unwrap_or_default();
        if name.is_empty() {
            continue; // the name of a group
        }
        let path = format!("book/src/{name}");
        let text = files::read(&path).map_err(|error| format!("{SUMMARY} names {error}"))?;
        pages.push(Page { path, text });
    }
    if pages.is_empty() {
        return Err(format!("{SUMMARY} names no page"));
    }
    Ok(pages)
}

/// The pages of one step's chapter.
///
/// # Errors
/// As for [`all`], or that there is none.
pub fn chapter(step: &str) -> Result<Vec<Page>, String> {
    let folder = format!("book/src/{step}/");
    let pages: Vec<Page> = all()?
        .into_iter()
        .filter(|page| page.path.starts_with(&folder))
        .collect();
    if pages.is_empty() {
        return Err(format!("{SUMMARY} names no page in {folder}"));
    }
    Ok(pages)
}

/// Takes a page apart.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((at, first)) = lines.next() {
        let line = at + 1;
        if let Some(info) = first.trim_start().strip_prefix("```") {
            let inside = lines.by_ref().map(|(_, line)| line.to_string());
            let inside = inside.take_while(|line| line.trim_start() != "```");
            parts.push(Part::Block(Block {
                line,
                info: info
                    .split(',')
                    .map(|word| word.trim().to_string())
                    .collect(),
                lines: inside.collect(),
            }));
        } else if first.trim() == "<div class=\"checkpoint\">" {
            let inside = lines.by_ref().map(|(_, line)| line);
            let inside: Vec<&str> = inside.take_while(|line| line.trim() != "</div>").collect();
            let text = inside.join("\n");
            parts.push(Part::Checkpoint { line, text });
        } else if !first.trim().is_empty() {
            let mut text = first.to_string();
            while let Some((_, next)) =
                lines.next_if(|(_, next)| !next.trim().is_empty() && !next.starts_with("```"))
            {
                text.push('\n');
                text.push_str(next);
            }
            parts.push(Part::Paragraph { line, text });
        }
    }
    parts
}

/// A line that includes a file, taken apart: the file's path from the root, and the anchor.
pub fn include(page: &str, line: &str) -> Option<(String, Option<String>)> {
    let inside = line
        .trim()
        .strip_prefix("{{#include ")
        .or_else(|| line.trim().strip_prefix("{{#rustdoc_include "))?
        .strip_suffix("}}")?;
    let (file, anchor) = match inside.split_once(':') {
        Some((file, anchor)) => (file, Some(anchor.to_string())),
        None => (inside, None),
    };
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for name in file.split('/') {
        match name {
            ".." => drop(path.pop()),
            "." => {}
            name => path.push(name),
        }
    }
    Some((path.join("/"), anchor))
}

/// The lines of a block as the reader sees them, with every include in place.
///
/// # Errors
/// A sentence that names the file or anchor that is not there.
pub fn resolve(page: &str, lines: &[String]) -> Result<Vec<String>, String> {
    let mut resolved = Vec::new();
    for line in lines {
        match include(page, line) {
            None => resolved.push(line.clone()),
            Some((path, anchor)) => {
                let text = files::read(&path)?;
                resolved.extend(anchored(&path, &text, anchor.as_deref())?);
            }
        }
    }
    Ok(resolved)
}

/// What stands between the lines of an anchor, or all of the text; without any lines of anchors.
fn anchored(path: &str, text: &str, anchor: Option<&str>) -> Result<Vec<String>, String> {
    let is_mark = |line: &str, kind: &str, name: &str| {
        let marked = line.split_once(kind).map(|(_, name)| name.trim());
        marked.is_some_and(|marked| marked == name)
    };
    let mut lines = text.lines();
    let wanted: Vec<&str> = match anchor {
        None => lines.collect(),
        Some(range) if range.starts_with(|c: char| c.is_ascii_digit() || c == ':') => {
            numbered(path, text, range)?
        }
        Some(name) => {
            if !lines.any(|line| is_mark(line, "ANCHOR:", name)) {
                return Err(format!("{path}: no anchor `{name}`"));
            }
            lines
                .take_while(|line| !is_mark(line, "ANCHOR_END:", name))
                .collect()
        }
    };
    let plain = wanted.iter().filter(|line| !line.contains("ANCHOR"));
    Ok(plain.map(|line| line.to_string()).collect())
}

/// The lines of a range such as `3:5`, `3:` or `:5`, counted from 1.
fn numbered<'a>(path: &str, text: &'a str, range: &str) -> Result<Vec<&'a str>, String> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let wrong = || format!("{path}: it has no lines {range}");
    let number = |text: &str, default| match text {
        "" => Ok(default),
        text => text.parse::<usize>().map_err(|_| wrong()),
    };
    let lines: Vec<&str> = text.lines().collect();
    let (first, last) = (number(first, 1)?, number(last, lines.len())?);
    let wanted = lines.get(first.saturating_sub(1)..last);
    wanted.map(<[&str]>::to_vec).ok_or_else(wrong)
}

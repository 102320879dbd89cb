//! The pages of the book, in the order in which a reader turns them, and what is on them.

use std::ops::Range;

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
    let summary = files::read(SUMMARY)?;
    let names = summary
        .lines()
        .filter_map(|line| line.split_once("](")?.1.split(')').next());
    let paths = names.filter(|name| !name.is_empty()); // the name of a group
    let pages = paths.map(|name| {
        let path = format!("book/src/{name}");
        let text = files::read(&path).map_err(|error| format!("{SUMMARY} names {error}"))?;
        Ok(Page { path, text })
    });
    let pages: Vec<Page> = pages.collect::<Result<_, String>>()?;
    match pages.is_empty() {
        true => Err(format!("{SUMMARY} names no page")),
        false => Ok(pages),
    }
}

/// The pages of one step's chapter.
///
/// # Errors
/// As for [`all`], or that there is none.
pub fn chapter(step: &str) -> Result<Vec<Page>, String> {
    let folder = format!("book/src/{step}/");
    let mut pages = all()?;
    pages.retain(|page| page.path.starts_with(&folder));
    match pages.is_empty() {
        true => Err(format!("{SUMMARY} names no page in {folder}")),
        false => Ok(pages),
    }
}

/// Takes a page apart.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines().zip(1..).peekable();
    while let Some((first, line)) = lines.next() {
        let mut until = |end: &str| {
            let inside = lines.by_ref().map(|(line, _)| line.to_string());
            inside
                .take_while(|line| line.trim() != end)
                .collect::<Vec<String>>()
        };
        if let Some(info) = first.trim_start().strip_prefix("```") {
            let info = info
                .split(',')
                .map(|word| word.trim().to_string())
                .collect();
            let lines = until("```");
            parts.push(Part::Block(Block { line, info, lines }));
        } else if first.trim() == "<div class=\"checkpoint\">" {
            let text = until("</div>").join("\n");
            parts.push(Part::Checkpoint { line, text });
        } else if !first.trim().is_empty() {
            let goes_on = |next: &str| !next.trim().is_empty() && !next.starts_with("```");
            let mut text = first.to_string();
            while let Some((next, _)) = lines.next_if(|(next, _)| goes_on(next)) {
                text = text + "\n" + next;
            }
            parts.push(Part::Paragraph { line, text });
        }
    }
    parts
}

/// A line that includes a file, taken apart: the file's path from the root, and which of its lines.
pub fn include(page: &str, line: &str) -> Option<(String, Option<String>)> {
    let inside = line
        .trim()
        .strip_prefix("{{#include ")?
        .strip_suffix("}}")?;
    let (file, lines) = match inside.split_once(':') {
        Some((file, lines)) => (file, Some(lines.to_string())),
        None => (inside, None),
    };
    let (folder, _) = page.rsplit_once('/').unwrap_or_default();
    let mut path: Vec<&str> = folder.split('/').collect();
    for name in file.split('/') {
        match name {
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    Some((path.join("/"), lines))
}

/// The lines of a block as the reader sees them, with every include in place.
///
/// # Errors
/// A sentence that names the file or the lines that are not there.
pub fn resolve(page: &str, lines: &[String]) -> Result<Vec<String>, String> {
    let mut resolved = Vec::new();
    for line in lines {
        match include(page, line) {
            None => resolved.push(line.clone()),
            Some((path, wanted)) => {
                let all = to_lines(&files::read(&path)?);
                let range = range(wanted.as_deref().unwrap_or(":"), all.len());
                let lines = range.and_then(|range| all.get(range));
                let wrong = || format!("{path}: it has no lines {}", wanted.unwrap_or_default());
                resolved.extend_from_slice(lines.ok_or_else(wrong)?);
            }
        }
    }
    Ok(resolved)
}

/// The lines of a range such as `3:5`, `3:`, `:5` or `4`, counted from 1.
fn range(words: &str, count: usize) -> Option<Range<usize>> {
    let (first, last) = words.split_once(':').unwrap_or((words, words));
    let number = |text: &str, default| match text {
        "" => Some(default),
        text => text.parse::<usize>().ok(),
    };
    Some(number(first, 1)?.saturating_sub(1)..number(last, count)?)
}

pub fn to_lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_string).collect()
}

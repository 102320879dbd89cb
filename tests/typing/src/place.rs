//! Where a piece of code goes: the line above it, such as "`src/main.rs`, `fn run` becomes:".

use std::ops::Range;

/// What is done to which file.
#[derive(Debug, PartialEq)]
pub struct Place {
    pub file: String,
    pub action: Action,
}

#[derive(Debug, PartialEq)]
pub enum Action {
    NewFile,
    WholeFile,
    DeleteFile,
    AtTheEnd,
    Becomes(Spot),
    After(Spot),
    Before(Spot),
    Delete(Spot),
}

/// A part of a file.
#[derive(Debug, PartialEq)]
pub enum Spot {
    /// All lines from the first that begins with this word to the last.
    Lines(String),
    /// An item, named by how its line begins, and the item that it is in.
    Item(String, Option<String>),
}

impl Place {
    /// Reads the line above a piece. `None`: it does not look like one.
    ///
    /// # Errors
    /// It names a file, but not what to do with it.
    pub fn parse(paragraph: &str) -> Option<Result<Place, String>> {
        let (file, rest) = paragraph.strip_prefix('`')?.split_once("`, ")?;
        if !(file.starts_with("src/") || file.starts_with("pages/")) {
            return None;
        }
        let rest = rest.strip_suffix([':', '.'])?;
        let action = action(rest)
            .ok_or_else(|| format!("cannot tell where this goes: {paragraph}"))
            .map(|action| Place {
                file: file.to_string(),
                action,
            });
        Some(action)
    }
}

fn action(words: &str) -> Option<Action> {
    match words {
        "new file" => return Some(Action::NewFile),
        "the whole file" => return Some(Action::WholeFile),
        "delete the file" => return Some(Action::DeleteFile),
        "at the end" => return Some(Action::AtTheEnd),
        _ => {}
    }
    if let Some(words) = words.strip_prefix("after ") {
        spot(words).map(Action::After)
    } else if let Some(words) = words.strip_prefix("before ") {
        spot(words).map(Action::Before)
    } else if let Some(words) = words.strip_prefix("delete ") {
        spot(words).map(Action::Delete)
    } else {
        let words = words
            .strip_suffix(" becomes")
            .or_else(|| words.strip_suffix(" become"))?;
        spot(words).map(Action::Becomes)
    }
}

fn spot(words: &str) -> Option<Spot> {
    if let Some(words) = words.strip_prefix("the ") {
        let word = words.strip_prefix('`')?.strip_suffix("` lines")?;
        return Some(Spot::Lines(word.to_string()));
    }
    let (item, rest) = words.strip_prefix('`')?.split_once('`')?;
    let within = match rest.strip_prefix(" in ") {
        Some(within) => Some(within.strip_prefix('`')?.strip_suffix('`')?.to_string()),
        None if rest.is_empty() => None,
        None => return None,
    };
    Some(Spot::Item(item.to_string(), within))
}

/// The lines of `text` that a spot names.
///
/// # Errors
/// There is no such item, or more than one.
pub fn find(text: &[String], spot: &Spot) -> Result<Range<usize>, String> {
    match spot {
        Spot::Lines(word) => {
            let begins = |line: &String| {
                let line = line.strip_prefix("pub ").unwrap_or(line);
                line.strip_prefix(word.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
            };
            let first = text.iter().position(begins);
            let last = text.iter().rposition(begins);
            match (first, last) {
                (Some(first), Some(last)) => Ok(first..end(text, last)? + 1),
                _ => Err(format!("no line begins with `{word}`")),
            }
        }
        Spot::Item(name, None) => item(text, name, 0..text.len()),
        Spot::Item(name, Some(within)) => {
            let outer = item(text, within, 0..text.len())?;
            item(text, name, outer)
        }
    }
}

fn item(text: &[String], name: &str, within: Range<usize>) -> Result<Range<usize>, String> {
    let mut found = within.filter(|&at| is_header(&text[at], name));
    let header = found
        .next()
        .ok_or_else(|| format!("there is no `{name}`"))?;
    if found.next().is_some() {
        return Err(format!("there is more than one `{name}`: say in which"));
    }
    let mut start = header;
    while start > 0 && belongs_to_the_next(&text[start - 1]) {
        start -= 1;
    }
    Ok(start..end(text, header)? + 1)
}

fn belongs_to_the_next(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("///") || line.starts_with("#[")
}

fn is_header(line: &str, name: &str) -> bool {
    let mut line = line.trim_start();
    loop {
        if let Some(rest) = line.strip_prefix(name) {
            let goes_on = |c: char| c.is_alphanumeric() || c == '_';
            return !rest.starts_with(goes_on);
        }
        let words = ["pub ", "pub(crate) ", "const ", "unsafe ", "extern \"C\" "];
        let Some(rest) = words.iter().find_map(|word| line.strip_prefix(word)) else {
            return false;
        };
        line = rest;
    }
}

/// The last line of the item whose first line is at `header`, formatted as rustfmt does.
fn end(text: &[String], header: usize) -> Result<usize, String> {
    let first = &text[header];
    let indent = first.len() - first.trim_start().len();
    let mut depth = 0_i32;
    for (at, line) in text.iter().enumerate().skip(header) {
        if line.trim_start().starts_with("//") {
            if first.trim_start().starts_with("//") {
                return Ok(at);
            }
            continue;
        }
        depth += line.matches(['(', '[', '{']).count() as i32;
        depth -= line.matches([')', ']', '}']).count() as i32;
        let closes = line.len() - line.trim_start().len() == indent
            && line.trim_start().starts_with(['}', ')', ']'])
            && !line.ends_with('{');
        let is_over = line.ends_with(';') || (at == header && line.ends_with(['}', ',']));
        if closes || (depth == 0 && is_over) {
            return Ok(at);
        }
    }
    Err(format!("`{first}` does not end"))
}

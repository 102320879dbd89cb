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
        let action = action(rest.strip_suffix([':', '.'])?);
        let file = file.to_string();
        let unknown = || format!("cannot tell where this goes: {paragraph}");
        Some(
            action
                .map(|action| Place { file, action })
                .ok_or_else(unknown),
        )
    }
}

fn action(words: &str) -> Option<Action> {
    let becomes = || {
        words
            .strip_suffix(" becomes")
            .or(words.strip_suffix(" become"))
    };
    match words.split_once(' ').unwrap_or((words, "")) {
        ("new", "file") => Some(Action::NewFile),
        ("the", "whole file") => Some(Action::WholeFile),
        ("delete", "the file") => Some(Action::DeleteFile),
        ("at", "the end") => Some(Action::AtTheEnd),
        ("after", words) => spot(words).map(Action::After),
        ("before", words) => spot(words).map(Action::Before),
        ("delete", words) => spot(words).map(Action::Delete),
        _ => spot(becomes()?).map(Action::Becomes),
    }
}

fn spot(words: &str) -> Option<Spot> {
    let parts: Vec<&str> = words.split('`').collect();
    match parts.as_slice() {
        ["the ", word, " lines"] => Some(Spot::Lines(word.to_string())),
        ["", item, ""] => Some(Spot::Item(item.to_string(), None)),
        ["", item, " in ", within, ""] => {
            Some(Spot::Item(item.to_string(), Some(within.to_string())))
        }
        _ => None,
    }
}

/// The lines of `text` that a spot names.
///
/// # Errors
/// There is no such item, or more than one.
pub fn find(text: &[String], spot: &Spot) -> Result<Range<usize>, String> {
    let all = 0..text.len();
    match spot {
        Spot::Lines(word) => {
            let begins = |line: &String| {
                let line = line.strip_prefix("pub ").unwrap_or(line);
                line.split([' ', '\t']).next() == Some(word)
            };
            let first = text.iter().position(begins);
            let last = text.iter().rposition(begins);
            let ends = first
                .zip(last)
                .ok_or(format!("no line begins with `{word}`"));
            let (first, last) = ends?;
            Ok(first..end(text, last)? + 1)
        }
        Spot::Item(name, None) => item(text, name, all),
        Spot::Item(name, Some(within)) => item(text, name, item(text, within, all)?),
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
    let belongs_to_the_next = |line: &&String| {
        let line = line.trim_start();
        line.starts_with("///") || line.starts_with("#[")
    };
    let above = text[..header].iter().rev().take_while(belongs_to_the_next);
    Ok(header - above.count()..end(text, header)? + 1)
}

fn is_header(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(name) {
        return !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    }
    let words = ["pub ", "pub(crate) ", "const ", "unsafe ", "extern \"C\" "];
    let rest = words.iter().find_map(|word| line.strip_prefix(word));
    rest.is_some_and(|rest| is_header(rest, name))
}

/// The last line of the item whose first line is at `header`, formatted as rustfmt does.
fn end(text: &[String], header: usize) -> Result<usize, String> {
    let first = &text[header];
    let indent = |line: &String| line.len() - line.trim_start().len();
    let is_comment = |line: &String| line.trim_start().starts_with("//");
    if is_comment(first) {
        return Ok(header);
    }
    let mut depth = 0_i32;
    let lines = text.iter().enumerate().skip(header);
    for (at, line) in lines.filter(|(_, line)| !is_comment(line)) {
        depth += line.matches(['(', '[', '{']).count() as i32;
        depth -= line.matches([')', ']', '}']).count() as i32;
        let closes = indent(line) == indent(first)
            && line.trim_start().starts_with(['}', ')', ']'])
            && !line.ends_with('{');
        let is_over = line.ends_with(';') || (at == header && line.ends_with(['}', ',']));
        if closes || (depth == 0 && is_over) {
            return Ok(at);
        }
    }
    Err(format!("`{first}` does not end"))
}

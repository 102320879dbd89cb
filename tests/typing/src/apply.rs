//! What one piece does to a project.

use std::ops::Range;

use crate::align::{Line, align, with_brackets_of_new_code_new};
use crate::follow::Project;
use crate::place::{Action, Place, find};

/// Does what one piece says, and returns how its lines relate to those that were there.
///
/// # Errors
/// It cannot be done, and why.
pub fn apply(project: &mut Project, place: &Place, shown: &[String]) -> Result<Vec<Line>, String> {
    let file = &place.file;
    let text = match (project.get_mut(file), &place.action) {
        (None, Action::NewFile) => project.entry(file.clone()).or_default(),
        (Some(_), Action::NewFile) => return Err(format!("{file} is there already")),
        (None, _) => return Err(format!("there is no {file} yet")),
        (Some(text), _) => text,
    };
    let find = |text: &[String], spot| find(text, spot).map_err(|why| format!("{file}: {why}"));
    let blank = std::iter::once(String::new());
    let lines = shown.iter().cloned();
    match &place.action {
        Action::WholeFile => return Ok(replace(text, 0..text.len(), shown)),
        Action::Becomes(spot) => {
            let range = find(text, spot)?;
            return Ok(replace(text, range, shown));
        }
        Action::DeleteFile => drop(project.remove(file)),
        Action::NewFile => text.extend(lines),
        Action::AtTheEnd => text.extend(blank.chain(lines)),
        Action::After(spot) => {
            let at = find(text, spot)?.end;
            text.splice(at..at, blank.chain(lines));
        }
        Action::Before(spot) => {
            let at = find(text, spot)?.start;
            text.splice(at..at, lines.chain(blank));
        }
        Action::Delete(spot) => {
            let Range { start, end } = find(text, spot)?;
            let is_blank = start > 0 && text[start - 1].is_empty();
            text.drain(start - usize::from(is_blank)..end);
        }
    }
    Ok(shown.iter().cloned().map(Line::New).collect())
}

fn replace(text: &mut Vec<String>, range: Range<usize>, shown: &[String]) -> Vec<Line> {
    let lines = align(&text[range.clone()], shown);
    let whole = lines.iter().flat_map(|line| match line {
        Line::New(line) | Line::Kept(line) => vec![line.clone()],
        Line::Elided(_, lines) => lines.clone(),
    });
    text.splice(range, whole.collect::<Vec<String>>());
    with_brackets_of_new_code_new(lines)
}

/// A line as the reader types it, without the mark of a line that stays.
pub fn unmark(line: &str, is_rust: bool) -> String {
    match line {
        "#" if is_rust => String::new(),
        line if is_rust && line.starts_with("# ") => line[2..].to_string(),
        line => line.to_string(),
    }
}

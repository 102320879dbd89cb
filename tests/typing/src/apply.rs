//! What one piece does to a project.

use crate::align::{Line, align, with_brackets_of_new_code_new};
use crate::follow::Project;
use crate::place::{Action, Place, find};

/// Does what one piece says, and returns how its lines relate to those that were there.
///
/// # Errors
/// It cannot be done, and why.
pub fn apply(project: &mut Project, place: &Place, shown: &[String]) -> Result<Vec<Line>, String> {
    let file = &place.file;
    let all_new = || shown.iter().cloned().map(Line::New).collect();
    if place.action == Action::NewFile {
        return match project.insert(file.clone(), shown.to_vec()) {
            None => Ok(all_new()),
            Some(_) => Err(format!("{file} is there already")),
        };
    }
    let text = project
        .get_mut(file)
        .ok_or_else(|| format!("there is no {file} yet"))?;
    let in_file = |problem| format!("{file}: {problem}");
    let blank = || std::iter::once(String::new());
    match &place.action {
        Action::NewFile => Ok(all_new()),
        Action::WholeFile => Ok(replace(text, 0..text.len(), shown)),
        Action::DeleteFile => {
            project.remove(file);
            Ok(Vec::new())
        }
        Action::AtTheEnd => {
            text.extend(blank().chain(shown.iter().cloned()));
            Ok(all_new())
        }
        Action::Becomes(spot) => {
            let range = find(text, spot).map_err(in_file)?;
            Ok(replace(text, range, shown))
        }
        Action::After(spot) => {
            let at = find(text, spot).map_err(in_file)?.end;
            text.splice(at..at, blank().chain(shown.iter().cloned()));
            Ok(all_new())
        }
        Action::Before(spot) => {
            let at = find(text, spot).map_err(in_file)?.start;
            text.splice(at..at, shown.iter().cloned().chain(blank()));
            Ok(all_new())
        }
        Action::Delete(spot) => {
            let mut range = find(text, spot).map_err(in_file)?;
            if range.start > 0 && text[range.start - 1].is_empty() {
                range.start -= 1;
            }
            text.drain(range);
            Ok(Vec::new())
        }
    }
}

fn replace(text: &mut Vec<String>, range: std::ops::Range<usize>, shown: &[String]) -> Vec<Line> {
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
    match line.strip_prefix('#') {
        Some("") if is_rust => String::new(),
        Some(rest) if is_rust && rest.starts_with(' ') => rest[1..].to_string(),
        _ => line.to_string(),
    }
}

pub fn to_lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_string).collect()
}

//! What teachers hand on: a row of points for each student, and a text for each to read.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::escape::{csv, line};
use super::points::Rule;
use super::results::{Cell, Results, Row};

/// One row for each student. Without the mark at its begin, spreadsheets do not know UTF-8.
pub fn all(results: &Results, rule: &Rule) -> String {
    let ids = results.exercises.iter().map(|one| format!("ex{},", one.id));
    let most: u32 = results.exercises.iter().map(|one| rule.most(one)).sum();
    let ids: String = ids.collect();
    let mut text = format!("\u{feff}student,{ids}points,of,not handed in\r\n");
    for row in &results.rows {
        let (mut sum, mut missing) = (0, Vec::new());
        text += &csv(row.name);
        for (exercise, cell) in results.cells(row) {
            let points = cell.map_or(0, |cell| rule.of(cell));
            sum += points;
            text += &format!(",{points}");
            missing.extend(cell.is_none().then_some(exercise.id.as_str()));
        }
        text += &format!(",{sum},{most},{}\r\n", csv(&missing.join(" ")));
    }
    text
}

/// # Errors
/// A file cannot be written.
pub fn write_feedback(folder: &Path, results: &Results, rule: &Rule) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut used = HashSet::new();
    for row in &results.rows {
        let name = file_name(row.name);
        let mut whole = name.clone();
        while !used.insert(whole.to_lowercase()) {
            whole = format!("{name}-{}", used.len());
        }
        fs::write(
            folder.join(format!("{whole}.md")),
            feedback(row, results, rule),
        )?;
    }
    Ok(())
}

/// As every system allows it.
fn file_name(name: &str) -> String {
    let is_harmless = |one: char| "- ".contains(one) || one.is_alphanumeric();
    let harmless = |one: char| if is_harmless(one) { one } else { '_' };
    name.trim().chars().map(harmless).take(80).collect()
}

/// It speaks of nobody else.
fn feedback(row: &Row, results: &Results, rule: &Rule) -> String {
    let mut text = format!("# {}\n", line(row.name));
    for (exercise, cell) in results.cells(row) {
        let none = || "Nothing was handed in.\n".to_string();
        let about = cell.map_or_else(none, |cell| about(cell, rule));
        text += &format!("\n## Exercise {}\n\n{about}", exercise.id);
    }
    if !row.others.is_empty() {
        text += "\n## Not judged\n\n";
    }
    for other in row.others {
        text += &format!("- {}: {}\n", line(&other.file), line(&other.why));
    }
    text
}

fn about(cell: &Cell, rule: &Rule) -> String {
    let (points, most) = (rule.of(cell), rule.most(cell.exercise));
    let (file, summary) = (line(cell.file), cell.verdict.summary());
    let mut text = format!("{file}: {summary}. Points: {points} of {most}.");
    if cell.is_starter {
        text += " It is the file as it was at first.";
    }
    if let Some(before) = &cell.before {
        text += &format!(" Before: {}.", before.summary());
    }
    text += "\n";
    if let Err(why) = &cell.verdict.outcome {
        text += &quoted(why);
    }
    let mut last = String::new();
    for (check, why) in cell.checks() {
        let Some(why) = why.map(quoted) else { continue };
        let name = check.name.replace('_', " ");
        let is_again = why == last;
        let said = if is_again { "\n    The same.\n" } else { &why };
        text += &format!("\nFailed: *{name}*\n{said}");
        last = why;
    }
    text
}

/// As code, so that nothing in it is taken for a heading or a link.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|one| format!("    {}\n", line(one)));
    format!("\n{}", lines.collect::<String>())
}

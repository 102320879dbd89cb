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
    let mut text = format!(
        "\u{feff}student,{}points,of,not handed in\r\n",
        ids.collect::<String>()
    );
    for row in &results.rows {
        let (mut sum, mut missing) = (0, Vec::new());
        text.push_str(&csv(row.name));
        for (cell, exercise) in row.cells.iter().zip(results.exercises) {
            let points = cell.as_ref().map_or(0, |cell| rule.of(cell));
            sum += points;
            text.push_str(&format!(",{points}"));
            missing.extend(cell.is_none().then_some(exercise.id.as_str()));
        }
        let missing = csv(&missing.join(" "));
        text.push_str(&format!(",{sum},{most},{missing}\r\n"));
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
        let path = folder.join(format!("{whole}.md"));
        fs::write(path, feedback(row, results, rule))?;
    }
    Ok(())
}

/// As every system allows it.
fn file_name(name: &str) -> String {
    let harmless = |one: char| match one {
        '-' | ' ' => one,
        _ if one.is_alphanumeric() => one,
        _ => '_',
    };
    name.trim().chars().map(harmless).take(80).collect()
}

/// It speaks of nobody else.
fn feedback(row: &Row, results: &Results, rule: &Rule) -> String {
    let mut text = format!("# {}\n", line(row.name));
    for (cell, exercise) in row.cells.iter().zip(results.exercises) {
        text.push_str(&format!("\n## Exercise {}\n\n", exercise.id));
        match cell {
            Some(cell) => text.push_str(&about(cell, rule)),
            None => text.push_str("Nothing was handed in.\n"),
        }
    }
    if !row.others.is_empty() {
        text.push_str("\n## Not judged\n\n");
    }
    for other in row.others {
        text.push_str(&format!("- {}: {}\n", line(&other.file), line(&other.why)));
    }
    text
}

fn about(cell: &Cell, rule: &Rule) -> String {
    let (points, most) = (rule.of(cell), rule.most(cell.exercise));
    let mut text = format!(
        "{}: {}. Points: {points} of {most}.",
        line(cell.file),
        cell.verdict.summary()
    );
    if cell.is_starter {
        text.push_str(" It is the file as it was at first.");
    }
    if let Some(before) = &cell.before {
        text.push_str(&format!(" Before: {}.", before.summary()));
    }
    text.push('\n');
    if let Err(why) = &cell.verdict.outcome {
        text.push_str(&quoted(why));
    }
    let mut last = String::new();
    for (check, why) in cell.checks() {
        let Some(why) = why.map(quoted) else { continue };
        let name = check.name.replace('_', " ");
        let said = if why == last {
            "\n    The same.\n"
        } else {
            &why
        };
        text.push_str(&format!("\nFailed: *{name}*\n{said}"));
        last = why;
    }
    text
}

/// As code, so that nothing in it is taken for a heading or a link.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|one| format!("    {}\n", line(one)));
    format!("\n{}", lines.collect::<String>())
}

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
        let cells = row.cells.iter();
        let points = cells.map(|cell| cell.as_ref().map_or(0, |cell| rule.of(cell)));
        let points: Vec<u32> = points.collect();
        let sum: u32 = points.iter().sum();
        let columns: String = points.iter().map(|points| format!("{points},")).collect();
        let missing = row
            .cells
            .iter()
            .zip(results.exercises)
            .filter(|(cell, _)| cell.is_none());
        let missing: Vec<&str> = missing.map(|(_, one)| one.id.as_str()).collect();
        let (name, missing) = (csv(row.name), csv(&missing.join(" ")));
        text.push_str(&format!("{name},{columns}{sum},{most},{missing}\r\n"));
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
    let harmless = |one: char| {
        if one.is_alphanumeric() || "-_ ".contains(one) {
            one
        } else {
            '_'
        }
    };
    let name: String = name.chars().map(harmless).take(80).collect();
    format!("{} ", name.trim())
        .replace("  ", " ")
        .trim()
        .to_string()
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
    let mut shown = "";
    for (check, why) in cell.checks() {
        let Some(why) = why else { continue };
        let name = check.name.replace('_', " ");
        text.push_str(&format!("\nFailed: *{name}*"));
        match why == shown {
            true => text.push_str(", as above.\n"),
            false => text.push_str(&format!("\n{}", quoted(why))),
        }
        shown = why;
    }
    text
}

/// As code, so that nothing in it is taken for a heading or a link.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|one| format!("    {}\n", line(one)));
    format!("\n{}", lines.collect::<String>())
}

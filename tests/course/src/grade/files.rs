//! What is written beside the table.

use std::fs;
use std::path::Path;

use super::escape::csv;
use super::judge::Verdict;
use super::points::Rule;
use super::results::{Cell, Results};
use super::{grades, junit, report};

pub const NAMES: &str = "grades.csv, feedback, report.md, results.csv, results.xml";

/// # Errors
/// A file cannot be written.
pub fn write(out: &Path, results: &Results, rule: &Rule) -> Result<(), String> {
    let files = [
        ("grades.csv", grades::all(results, rule)),
        ("results.csv", all_csv(results)),
        ("results.xml", junit::xml(results)),
        ("report.md", report::markdown(results)),
    ];
    for (name, text) in files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let folder = out.join("feedback");
    let written = grades::write_feedback(&folder, results, rule);
    written.map_err(|error| format!("{}: {error}", folder.display()))
}

fn all_csv(results: &Results) -> String {
    let mut text = String::from(
        "\u{feff}submission,exercise,result,passed,checks,before,failed,misconceptions,same_as,like,look,note,file\r\n",
    );
    for row in &results.rows {
        for (cell, exercise) in row.cells.iter().zip(results.exercises) {
            let start = format!("{},{}", csv(row.name), csv(&exercise.id));
            let none = || format!("\"no file\",0,{},,,,,,,,", exercise.checks.len());
            let rest = cell.as_ref().map_or_else(none, csv_cell);
            text.push_str(&format!("{start},{rest}\r\n"));
        }
    }
    let rows = results.rows.iter().map(|row| (row.name, row.others));
    for (name, others) in rows.chain([("", results.nobodys)]) {
        for other in others {
            let [name, why, file] = [name, &other.why, &other.file].map(csv);
            text.push_str(&format!("{name},,\"not judged\",,,,,,,,,{why},{file}\r\n"));
        }
    }
    text
}

fn csv_cell(cell: &Cell) -> String {
    let failed = || cell.checks().filter(|(_, why)| why.is_some());
    let names: Vec<&str> = failed().map(|(check, _)| check.name.as_str()).collect();
    let believed = failed().map(|(check, _)| check.misconception.as_str());
    let believed: Vec<&str> = believed.filter(|_| cell.tells_a_belief()).collect();
    let before = cell.before.as_ref().map_or(String::new(), Verdict::summary);
    let fields = [
        &before,
        &names.join(" "),
        &believed.join("; "),
        cell.same_as.unwrap_or_default(),
        &cell.like,
        &cell.marks.join(" "),
        cell.note,
        cell.file,
    ];
    format!(
        "{},{},{},{}",
        csv(cell.result()),
        cell.verdict.passed(),
        cell.exercise.checks.len(),
        fields.map(csv).join(",")
    )
}

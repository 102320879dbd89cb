//! The files for programs.

use std::fs;
use std::path::Path;

use super::escape::{csv, json};
use super::judge::Verdict;
use super::results::{Cell, Results, Row};
use super::{junit, report};

pub const NAMES: &str = "results.csv, results.json, results.xml, report.md";

/// # Errors
/// A file cannot be written.
pub fn write(out: &Path, results: &Results) -> Result<(), String> {
    let files = [
        ("results.csv", all_csv(results)),
        ("results.json", all_json(results)),
        ("results.xml", junit::xml(results)),
        ("report.md", report::markdown(results)),
    ];
    for (name, text) in files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn all_csv(results: &Results) -> String {
    let mut text = String::from(
        "submission,exercise,result,passed,checks,failed,misconceptions,same_as,look,note,file\r\n",
    );
    for row in &results.rows {
        for (cell, exercise) in row.cells.iter().zip(results.exercises) {
            let start = format!("{},{}", csv(row.name), csv(&exercise.id));
            let rest = match cell {
                Some(cell) => csv_cell(cell),
                None => format!("\"no file\",0,{},,,,,,", exercise.checks.len()),
            };
            text.push_str(&format!("{start},{rest}\r\n"));
        }
    }
    text
}

fn csv_cell(cell: &Cell) -> String {
    let failed = || cell.checks().filter(|(_, why)| why.is_some());
    let names: Vec<&str> = failed().map(|(check, _)| check.name.as_str()).collect();
    let believed = failed().map(|(check, _)| check.misconception.as_str());
    let believed: Vec<&str> = believed.filter(|_| cell.tells_a_belief()).collect();
    let fields = [
        names.join(" "),
        believed.join("; "),
        cell.same_as.unwrap_or_default().to_string(),
        cell.unusual.join(" "),
        cell.note.to_string(),
        cell.file.clone(),
    ];
    format!(
        "{},{},{},{}",
        csv(cell.result()),
        cell.verdict.passed(),
        cell.exercise.checks.len(),
        fields.map(|field| csv(&field)).join(",")
    )
}

fn all_json(results: &Results) -> String {
    let rows = results.rows.iter().map(json_row);
    let rows: Vec<String> = rows.collect();
    format!("{{\"submissions\": [\n{}\n]}}\n", rows.join(",\n"))
}

fn json_row(row: &Row) -> String {
    let cells = row.cells.iter().flatten().map(json_cell);
    let cells: Vec<String> = cells.collect();
    format!(
        " {{\"name\": {}, \"exercises\": [\n{}\n ]}}",
        json(row.name),
        cells.join(",\n")
    )
}

fn json_cell(cell: &Cell) -> String {
    let compiler = match cell.verdict {
        Verdict::NotCompiled(why) => json(why),
        Verdict::Checked(_) => "null".to_string(),
    };
    let unusual: Vec<String> = cell.unusual.iter().map(|word| json(word)).collect();
    format!(
        "  {{\"exercise\": {}, \"result\": {}, \"passed\": {}, \"of\": {}, \"same_as\": {}, \
         \"starter\": {}, \"look\": [{}], \"note\": {}, \"file\": {}, \"compiler\": {compiler}, \
         \"checks\": [\n{}\n  ]}}",
        json(&cell.exercise.id),
        json(cell.result()),
        cell.verdict.passed(),
        cell.exercise.checks.len(),
        cell.same_as.map_or("null".to_string(), json),
        cell.is_starter,
        unusual.join(", "),
        json(cell.note),
        json(&cell.file),
        json_checks(cell)
    )
}

fn json_checks(cell: &Cell) -> String {
    let checks = cell.checks().map(|(check, why)| {
        format!(
            "   {{\"name\": {}, \"passed\": {}, \"misconception\": {}, \"message\": {}}}",
            json(&check.name),
            why.is_none(),
            json(&check.misconception),
            why.map_or("null".to_string(), json)
        )
    });
    let checks: Vec<String> = checks.collect();
    checks.join(",\n")
}

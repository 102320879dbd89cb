//! What is written beside the table.

use std::fs;
use std::path::Path;

use super::escape::{csv, xml};
use super::judge::Verdict;
use super::points::Rule;
use super::results::{Cell, Results};
use super::trusted::Trusted;
use super::{grades, report};

pub const NAMES: &str = "grades.csv, feedback, report.md, results.csv, results.xml";

const HEADING: &str = "\u{feff}submission,exercise,result,passed,checks,before,failed,misconceptions,\
                       same_as,like,look,note,file\r\n";

/// # Errors
/// A file cannot be written.
pub fn write(out: &Path, results: &Results, rule: &Rule) -> Result<(), String> {
    let files = [
        ("grades.csv", grades::all(results, rule)),
        ("results.csv", all_csv(results)),
        ("results.xml", junit(results)),
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
    let mut text = HEADING.to_string();
    for row in &results.rows {
        for (exercise, cell) in results.cells(row) {
            let none = || format!("\"no file\",0,{},,,,,,,,", exercise.checks.len());
            let rest = cell.map_or_else(none, csv_cell);
            text += &format!("{},{},{rest}\r\n", csv(row.name), csv(&exercise.id));
        }
    }
    let rows = results.rows.iter().map(|row| (row.name, row.others));
    for (name, others) in rows.chain([("", results.nobodys)]) {
        for other in others {
            let [name, why, file] = [name, &other.why, &other.file].map(csv);
            text += &format!("{name},,\"not judged\",,,,,,,,,{why},{file}\r\n");
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
    let (passed, of) = (cell.verdict.passed(), cell.exercise.checks.len());
    let (result, fields) = (csv(cell.result()), fields.map(csv).join(","));
    format!("{result},{passed},{of},{fields}")
}

/// The results as a continuous integration shows them: a suite for each submission and exercise, with
/// a case for each check.
fn junit(results: &Results) -> String {
    let rows = results.rows.iter();
    let suites = rows.flat_map(|row| {
        let cells = results.cells(row);
        cells.map(|(exercise, cell)| suite(row.name, exercise, cell))
    });
    let suites: String = suites.collect();
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    format!("{head}\n<testsuites>\n{suites}</testsuites>\n")
}

fn suite(name: &str, exercise: &Trusted, cell: Option<&Cell>) -> String {
    let class = xml(&format!("{name}.ex{}", exercise.id));
    let checks = exercise.checks.iter().enumerate();
    let cases: String = checks
        .map(|(at, check)| {
            let (name, inside) = (xml(&check.name), inside(at, cell));
            format!("  <testcase classname=\"{class}\" name=\"{name}\">{inside}</testcase>\n")
        })
        .collect();
    let tests = exercise.checks.len();
    let [failures, errors] = ["<failure", "<error"].map(|tag| cases.matches(tag).count());
    format!(
        " <testsuite name=\"{class}\" tests=\"{tests}\" failures=\"{failures}\" \
         errors=\"{errors}\">\n{cases} </testsuite>\n"
    )
}

fn inside(at: usize, cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return "<error message=\"nothing was handed in\"/>".to_string();
    };
    if let Err(why) = &cell.verdict.outcome {
        return format!("<error message=\"does not compile\">{}</error>", xml(why));
    }
    match cell.checks().nth(at) {
        Some((check, Some(why))) => {
            let (about, why) = (xml(&check.misconception), xml(why));
            format!("<failure message=\"{about}\">{why}</failure>")
        }
        _ => String::new(),
    }
}

//! The results as a continuous integration shows them.

use super::escape::xml as escaped;
use super::results::{Cell, Results};
use super::trusted::Trusted;

/// A suite for each submission and exercise, with a case for each check.
pub fn xml(results: &Results) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for row in &results.rows {
        for (cell, exercise) in row.cells.iter().zip(results.exercises) {
            text.push_str(&suite(row.name, exercise, cell.as_ref()));
        }
    }
    text.push_str("</testsuites>\n");
    text
}

fn suite(name: &str, exercise: &Trusted, cell: Option<&Cell>) -> String {
    let class = escaped(&format!("{name}.ex{}", exercise.id));
    let mut failures = 0;
    let cases = exercise.checks.iter().map(|check| {
        let inside = inside(&check.name, cell);
        failures += usize::from(inside.contains("<failure"));
        let name = escaped(&check.name);
        format!("  <testcase classname=\"{class}\" name=\"{name}\">{inside}</testcase>\n")
    });
    let cases: String = cases.collect();
    let tests = exercise.checks.len();
    let is_program = cell.is_some_and(|cell| cell.verdict.outcome.is_ok());
    let errors = if is_program { 0 } else { tests };
    format!(
        " <testsuite name=\"{class}\" tests=\"{tests}\" failures=\"{failures}\" \
         errors=\"{errors}\">\n{cases} </testsuite>\n"
    )
}

fn inside(name: &str, cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return "<error message=\"nothing was handed in\"/>".to_string();
    };
    if let Err(why) = &cell.verdict.outcome {
        let why = escaped(why);
        return format!("<error message=\"does not compile\">{why}</error>");
    }
    let mut checks = cell.checks();
    match checks.find(|(check, _)| check.name == name) {
        Some((check, Some(why))) => {
            let (about, why) = (escaped(&check.misconception), escaped(why));
            format!("<failure message=\"{about}\">{why}</failure>")
        }
        _ => String::new(),
    }
}

//! The report about a class. It names nobody.

use std::collections::BTreeMap;

use super::results::{Cell, Results};
use super::trusted::Trusted;

/// What a cell may be.
const RESULTS: &str = "solved,some checks pass,no check passes,does not compile,starter";

/// How often a check failed, and the line about that.
type Failed = (usize, String);

pub fn markdown(results: &Results) -> String {
    let mut parts = String::new();
    let mut all: Vec<Failed> = Vec::new();
    for (at, exercise) in results.exercises.iter().enumerate() {
        let column = results.rows.iter().filter_map(|row| row.cells.get(at));
        let cells: Vec<&Cell> = column.flatten().collect();
        let missing = results.rows.len() - cells.len();
        let (counts, compiler) = (counts(&cells, missing), compiler(&cells));
        parts += &format!("\n## Exercise {}\n\n{counts}{compiler}", exercise.id);
        all.extend(misconceptions(exercise, &cells));
    }
    all.sort_by_key(|(count, _)| usize::MAX - count);
    let beliefs: String = all.into_iter().map(|(_, line)| line).collect();
    format!(
        "# Class report\n\n{} submissions. This report names nobody; results.csv does.\n\n\
         What those probably believe who pass half of the checks or more, of all who handed in \
         a file:\n\n{beliefs}{parts}",
        results.rows.len()
    )
}

fn counts(cells: &[&Cell], missing: usize) -> String {
    let mut text = String::from("| result | submissions |\n|---|---|\n");
    for result in RESULTS.split(',') {
        let count = cells.iter().filter(|cell| cell.result() == result).count();
        text += &format!("| {result} | {count} |\n");
    }
    text += &format!("| no file | {missing} |\n");
    match cells.iter().filter(|cell| cell.is_copy()).count() {
        0 => text,
        count => {
            text + &format!("\n{count} handed in what somebody else has handed in, byte by byte.\n")
        }
    }
}

/// Whoever passes few checks has not begun, or ends the process, or loops: that tells no belief.
fn misconceptions(exercise: &Trusted, cells: &[&Cell]) -> Vec<Failed> {
    let counted = cells.iter().filter(|cell| cell.tells_a_belief());
    let failed = counted.flat_map(|cell| cell.checks().filter(|(_, why)| why.is_some()));
    let failed: Vec<&str> = failed.map(|(check, _)| check.name.as_str()).collect();
    let lines = exercise.checks.iter().map(|check| {
        let count = failed.iter().filter(|name| **name == check.name).count();
        let (of, id, name) = (cells.len(), &exercise.id, &check.name);
        let about = &check.misconception;
        (
            count,
            format!("- {count} of {of}, {id}: {about} (`{name}`)\n"),
        )
    });
    lines.filter(|(count, _)| *count > 0).collect()
}

/// The first error of each file that does not compile.
fn compiler(cells: &[&Cell]) -> String {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for why in cells
        .iter()
        .filter_map(|cell| cell.verdict.outcome.as_ref().err())
    {
        *count.entry(code(why)).or_default() += 1;
    }
    let of = cells.len();
    let lines = count
        .iter()
        .map(|(code, many)| format!("- {many} of {of}: {code}\n"));
    match lines.collect::<String>() {
        none if none.is_empty() => none,
        lines => format!("\nThe first error of those that do not compile:\n\n{lines}"),
    }
}

/// `E0382`, or that there is none.
fn code(why: &str) -> String {
    let code = why
        .strip_prefix("error[")
        .and_then(|rest| rest.split_once(']'));
    match code {
        Some((code, _)) => format!("`{code}`"),
        None if why.contains("has not ended") => "the compiler did not end".to_string(),
        None => "an error without a number".to_string(),
    }
}

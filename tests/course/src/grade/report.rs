//! The report about a class. It names nobody.

use std::collections::BTreeMap;

use super::judge::Verdict;
use super::results::{Cell, Results};
use super::trusted::Trusted;

pub fn markdown(results: &Results) -> String {
    let mut text = format!(
        "# Class report\n\n{} submissions. This report names nobody; results.csv does.\n",
        results.rows.len()
    );
    for (at, exercise) in results.exercises.iter().enumerate() {
        let column = results.rows.iter().map(|row| row.cells.get(at));
        let cells: Vec<&Cell> = column.flatten().flatten().collect();
        let missing = results.rows.len() - cells.len();
        text.push_str(&format!("\n## Exercise {}\n\n", exercise.id));
        text.push_str(&counts(&cells, missing));
        text.push_str(&misconceptions(exercise, &cells));
        text.push_str(&compiler(&cells));
    }
    text
}

fn counts(cells: &[&Cell], missing: usize) -> String {
    let mut text = String::from("| result | submissions |\n|---|---|\n");
    let results = [
        "solved",
        "some checks pass",
        "no check passes",
        "does not compile",
        "starter",
    ];
    for result in results {
        let count = cells.iter().filter(|cell| cell.result() == result).count();
        text.push_str(&format!("| {result} | {count} |\n"));
    }
    text.push_str(&format!("| no file | {missing} |\n"));
    let same = cells
        .iter()
        .filter(|cell| cell.same_as.is_some() && !cell.is_starter);
    match same.count() {
        0 => {}
        count => text.push_str(&format!(
            "\n{count} handed in what somebody else has handed in, byte by byte.\n"
        )),
    }
    text
}

/// Whoever passes few checks has not begun, or ends the process, or loops: that tells no belief.
fn misconceptions(exercise: &Trusted, cells: &[&Cell]) -> String {
    let counted: Vec<&&Cell> = cells.iter().filter(|cell| cell.tells_a_belief()).collect();
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    for check in &exercise.checks {
        let fails = |cell: &&&Cell| {
            let mut checks = cell.checks();
            checks.any(|(one, why)| one.name == check.name && why.is_some())
        };
        let count = counted.iter().copied().filter(|cell| fails(cell)).count();
        found.push((count, &check.misconception, &check.name));
    }
    found.retain(|(count, ..)| *count > 0);
    found.sort_by_key(|(count, ..)| usize::MAX - count);
    if found.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "\nWhat those probably believe who pass half of the checks or more, of {} who handed in a file:\n\n",
        cells.len()
    );
    for (count, misconception, name) in found {
        text.push_str(&format!(
            "- {count} of {}: {misconception} (`{name}`)\n",
            cells.len()
        ));
    }
    text
}

/// The first error of each file that does not compile.
fn compiler(cells: &[&Cell]) -> String {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for cell in cells {
        if let Verdict::NotCompiled(why) = cell.verdict {
            *count.entry(code(why)).or_default() += 1;
        }
    }
    if count.is_empty() {
        return String::new();
    }
    let lines = count
        .iter()
        .map(|(code, many)| format!("- {many} of {}: {code}\n", cells.len()));
    let lines: String = lines.collect();
    format!("\nThe first error of those that do not compile:\n\n{lines}")
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

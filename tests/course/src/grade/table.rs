//! The table for people.

use super::choice::Unjudged;
use super::escape;
use super::find::Found;
use super::results::{Cell, Results};

/// Longer names are cut, and stand in full in the files.
const LONGEST: usize = 30;

pub fn table(results: &Results) -> String {
    let ids = results.exercises.iter().map(|one| format!("ex{}", one.id));
    let mut rows = vec![vec!["submission".to_string()]];
    rows.iter_mut().for_each(|row| row.extend(ids.clone()));
    for row in &results.rows {
        let words = |cell: &Option<Cell>| cell.as_ref().map_or("-".to_string(), words);
        let mut cells = vec![short(row.name)];
        cells.extend(row.cells.iter().map(words));
        rows.push(cells);
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..=results.exercises.len()).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let line: String = cells
            .map(|(cell, width)| format!("{cell:width$}  "))
            .collect();
        format!("{}\n", line.trim_end())
    });
    lines.collect::<String>() + &legend(results)
}

fn words(cell: &Cell) -> String {
    let mut words = cell.verdict.summary();
    if cell.is_starter {
        words += ", starter";
    } else if let Some(other) = cell.same_as {
        words += &format!(" = {}", short(other));
    }
    if let Some(before) = &cell.before {
        words += &format!(", before {}", before.summary());
    }
    if cell.is_like() {
        words += " (like)";
    }
    if !cell.marks.is_empty() {
        words += " (look)";
    }
    words
}

fn short(name: &str) -> String {
    let name = escape::line(name);
    if name.chars().count() <= LONGEST {
        return name;
    }
    let begin: String = name.chars().take(LONGEST - 3).collect();
    format!("{begin}...")
}

fn legend(results: &Results) -> String {
    let cells = || results.rows.iter().flat_map(|row| &row.cells);
    let some = |wanted: fn(&Cell) -> bool| cells().flatten().any(wanted);
    let mut lines = Vec::new();
    if cells().any(Option::is_none) {
        lines.push("\n- : no such file".to_string());
    }
    if some(|cell| cell.is_starter) {
        lines.push("\nstarter: the file as it was at first".to_string());
    }
    if some(|cell| cell.is_copy()) {
        let same = "\n= NAME: byte by byte the file of NAME, and judged once for all of them";
        lines.push(same.to_string());
    }
    for row in &results.rows {
        for cell in row.cells.iter().flatten() {
            let (name, id) = (short(row.name), &cell.exercise.id);
            let line = |remark: String| format!("\n{name}, ex{id}: {}", escape::line(&remark));
            lines.extend(remarks(cell).into_iter().map(line));
        }
    }
    let others = results
        .rows
        .iter()
        .map(|row| not_judged(row.name, row.others));
    lines.extend(others.chain([not_judged("nobody", results.nobodys)]));
    lines.concat()
}

/// Only what was found, and what counts.
pub fn list(found: &Found) -> String {
    let mut text = String::new();
    for one in &found.submissions {
        let name = escape::line(&one.name);
        for (id, file) in &one.files {
            let (path, note) = (escape::line(&file.path), escape::line(&file.note));
            text += format!("\n{name}, ex{id}: {path}  {note}").trim_end();
        }
        if one.files.is_empty() {
            text += &format!("\n{name}: nothing to judge");
        }
        text += &not_judged(&one.name, &one.others);
    }
    text + &not_judged("nobody", &found.nobodys)
}

fn not_judged(name: &str, others: &[Unjudged]) -> String {
    let line = |other: &Unjudged| {
        let [name, file, why] = [name, &other.file, &other.why].map(escape::line);
        format!("\nnot judged, of {name}: {file}: {why}")
    };
    others.iter().map(line).collect()
}

/// What a teacher should know beside the verdict.
fn remarks(cell: &Cell) -> Vec<String> {
    let like = format!("much is as in: {}", cell.like);
    let marks = format!("nobody needs for this: {}", cell.marks.join(", "));
    let remarks = [
        (!cell.note.is_empty(), cell.note.to_string()),
        (cell.is_like(), like),
        (!cell.marks.is_empty(), marks),
    ];
    let remarks = remarks.into_iter().filter(|(is_one, _)| *is_one);
    remarks.map(|(_, remark)| remark).collect()
}

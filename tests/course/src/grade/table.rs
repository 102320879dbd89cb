//! The table for people.

use super::escape;
use super::find::Found;
use super::results::{Cell, Results};
use super::walk::Unjudged;

/// Longer names are cut, and stand in full in the files.
const LONGEST: usize = 30;

pub fn table(results: &Results) -> String {
    let mut rows = vec![vec!["submission".to_string()]];
    if let Some(heading) = rows.first_mut() {
        heading.extend(results.exercises.iter().map(|one| format!("ex{}", one.id)));
    }
    for row in &results.rows {
        let cells = row
            .cells
            .iter()
            .map(|cell| cell.as_ref().map_or("-".to_string(), words));
        rows.push([short(row.name)].into_iter().chain(cells).collect());
    }
    let columns = results.exercises.len() + 1;
    let widths = (0..columns).map(|column| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    let widths: Vec<usize> = widths.collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let line: String = cells
            .map(|(cell, width)| format!("{cell:width$}  "))
            .collect();
        format!("{}\n", line.trim_end())
    });
    let mut text: String = lines.collect();
    legend(&mut text, results);
    text
}

fn words(cell: &Cell) -> String {
    let mut words = cell.verdict.summary();
    if cell.is_starter {
        words.push_str(", starter");
    } else if let Some(other) = cell.same_as {
        words.push_str(&format!(" = {}", short(other)));
    }
    if let Some(before) = &cell.before {
        words.push_str(&format!(", before {}", before.summary()));
    }
    if !(cell.like.is_empty() || cell.is_starter) {
        words.push_str(" (like)");
    }
    if !cell.marks.is_empty() {
        words.push_str(" (look)");
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

fn legend(text: &mut String, results: &Results) {
    let cells = || results.rows.iter().flat_map(|row| row.cells.iter());
    let some = |wanted: fn(&Cell) -> bool| cells().flatten().any(wanted);
    if cells().any(Option::is_none) {
        text.push_str("\n- : no such file");
    }
    if some(|cell| cell.is_starter) {
        text.push_str("\nstarter: the file as it was at first");
    }
    if some(|cell| cell.same_as.is_some() && !cell.is_starter) {
        text.push_str("\n= NAME: byte by byte the file of NAME, and judged once for all of them");
    }
    for row in &results.rows {
        for cell in row.cells.iter().flatten() {
            for remark in remarks(cell) {
                let (id, remark) = (&cell.exercise.id, escape::line(&remark));
                text.push_str(&format!("\n{}, ex{id}: {remark}", short(row.name)));
            }
        }
    }
    let rows = results.rows.iter().map(|row| (row.name, row.others));
    for (name, others) in rows.chain([("nobody", results.nobodys)]) {
        text.push_str(&not_judged(name, others));
    }
}

/// Only what was found, and what counts.
pub fn list(found: &Found) -> String {
    let mut text = String::new();
    for one in &found.submissions {
        let name = escape::line(&one.name);
        for (id, file) in &one.files {
            let (path, note) = (escape::line(&file.path), escape::line(&file.note));
            text.push_str(format!("\n{name}, ex{id}: {path}  {note}").trim_end());
        }
        if one.files.is_empty() {
            text.push_str(&format!("\n{name}: nothing to judge"));
        }
        text.push_str(&not_judged(&one.name, &one.others));
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
    let mut remarks = Vec::new();
    if !cell.note.is_empty() {
        remarks.push(cell.note.to_string());
    }
    if !(cell.like.is_empty() || cell.is_starter) {
        remarks.push(format!("much is as in: {}", cell.like));
    }
    if !cell.marks.is_empty() {
        remarks.push(format!("nobody needs for this: {}", cell.marks.join(", ")));
    }
    remarks
}

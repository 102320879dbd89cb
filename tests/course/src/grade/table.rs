//! The table for people.

use super::escape;
use super::results::{Cell, Results};

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
    if !cell.unusual.is_empty() {
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
    if some(|cell| !cell.unusual.is_empty()) {
        text.push_str("\n(look): it has words that nobody needs for this; results.csv says which");
    }
    for row in &results.rows {
        for cell in row
            .cells
            .iter()
            .flatten()
            .filter(|cell| !cell.note.is_empty())
        {
            let (id, note) = (&cell.exercise.id, escape::line(cell.note));
            text.push_str(&format!("\n{}, ex{id}: {note}", short(row.name)));
        }
    }
}

//! How long a page takes, as it says itself and as the table of all chapters does.

use std::fmt::Write;

use crate::files;
use crate::follow::Walk;
use crate::measure::Measure;
use crate::pages::{STEPS, chapter};

const TABLE: &str = "book/recorded/minutes.md";

/// How a page says it, under its title.
const BEGIN: &str = "<p class=\"minutes\">";
const END: &str = "</p>";

/// The pages of a chapter with their minutes put right.
///
/// # Errors
/// A page cannot be read, or has no line for its minutes.
pub fn told(walk: &Walk) -> Result<Vec<(String, String)>, String> {
    let measure = Measure::of(walk)?;
    let mut told = Vec::new();
    for (path, minutes) in &measure.pages {
        let minutes = match path.ends_with("/README.md") {
            true => measure.minutes(),
            false => *minutes,
        };
        let text = files::read(path)?;
        let line = text
            .lines()
            .find(|line| line.starts_with(BEGIN) && line.ends_with(END));
        let line = line.ok_or(format!(
            "{path}: no line {BEGIN}10 minutes{END} under the title"
        ))?;
        told.push((
            path.clone(),
            text.replace(line, &format!("{BEGIN}{}{END}", in_words(minutes))),
        ));
    }
    Ok(told)
}

fn in_words(minutes: usize) -> String {
    match minutes {
        1 => "1 minute".to_string(),
        minutes => format!("{minutes} minutes"),
    }
}

/// Writes the table of all chapters anew.
///
/// # Errors
/// A file cannot be read or written.
pub fn record() -> Result<(), String> {
    files::write(TABLE, &table(&Measure::all()?)?)
}

fn table(measures: &[Measure]) -> Result<String, String> {
    let mut table = String::from(
        "| chapter | minutes | lines that you type | refused by the compiler | harms that you run |\n\
         |---|---:|---:|---:|---:|\n",
    );
    for (step, one) in STEPS.iter().zip(measures) {
        let title = chapter(step)?.first().and_then(|page| {
            page.text
                .lines()
                .find_map(|line| line.strip_prefix("# ").map(str::to_string))
        });
        let (title, number) = (title.unwrap_or_default(), step.split_at(2).0);
        let (typed, refusals, harms) = (one.typed, one.refusals, one.harms);
        let minutes = one.minutes();
        let _ = writeln!(
            table,
            "| {number} {title} | {minutes} | {typed} | {refusals} | {harms} |"
        );
    }
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    let (minutes, typed) = (sum(Measure::minutes), sum(|one| one.typed));
    let (refusals, harms) = (sum(|one| one.refusals), sum(|one| one.harms));
    let _ = writeln!(
        table,
        "| all | {minutes} | {typed} | {refusals} | {harms} |"
    );
    Ok(table)
}

/// Whether the table is right.
///
/// # Errors
/// A page cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let is_right = files::read(TABLE).unwrap_or_default() == table(&Measure::all()?)?;
    let problem = format!("{TABLE} is not right: cargo run -p book -- record minutes");
    Ok(if is_right { Vec::new() } else { vec![problem] })
}

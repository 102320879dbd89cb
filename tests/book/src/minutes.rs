//! How long a page takes, as it says itself and as the table of all chapters does.

use crate::files;
use crate::follow::Walk;
use crate::made::Made;
use crate::measure::Measure;
use crate::page::title;
use crate::pages::{STEPS, chapter};

/// How a page says it, under its title.
const BEGIN: &str = "<p class=\"minutes\">";
const END: &str = "</p>";

/// The pages of a chapter with their minutes put right.
pub fn told(walk: &Walk) -> Result<Made, String> {
    let measure = Measure::of(walk)?;
    let mut told = Vec::new();
    for (path, minutes) in &measure.pages {
        let minutes = match path.ends_with("/README.md") {
            true => measure.minutes(),
            false => *minutes,
        };
        let text = files::read(path)?;
        let mut lines = text.lines();
        let line = lines.find(|line| line.starts_with(BEGIN) && line.ends_with(END));
        let line = line.ok_or(format!(
            "{path}: no line {BEGIN}10 minutes{END} under the title"
        ))?;
        let plural = if minutes == 1 { "" } else { "s" };
        let right = format!("{BEGIN}{minutes} minute{plural}{END}");
        told.push((path.clone(), text.replace(line, &right)));
    }
    Ok(told)
}

/// The table of all chapters.
pub fn made() -> Result<Made, String> {
    let measures = Measure::all()?;
    let mut table = String::from(
        "| chapter | minutes | lines that you type | refused by the compiler | harms that you run |\n\
         |---|---:|---:|---:|---:|\n",
    );
    let row = |title: &str, of: &dyn Fn(fn(&Measure) -> usize) -> usize| {
        let (minutes, typed) = (of(Measure::minutes), of(|one| one.typed));
        let (refusals, harms) = (of(|one| one.refusals), of(|one| one.harms));
        format!("| {title} | {minutes} | {typed} | {refusals} | {harms} |\n")
    };
    for (step, one) in STEPS.iter().zip(&measures) {
        let title = format!("{} {}", step.split_at(2).0, title(&chapter(step)?[0]));
        table += &row(&title, &|of| of(one));
    }
    table += &row("all", &|of| measures.iter().map(of).sum());
    Ok(vec![("book/recorded/minutes.md".to_string(), table)])
}

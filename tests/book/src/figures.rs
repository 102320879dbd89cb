//! Figures of real runs: what was measured stands in book/recorded, what is drawn from it in
//! book/figures/recorded. Measuring is for Linux alone, drawing and checking for every system.

mod bars;
mod bench;
mod client;
mod csv;
mod lock_run;
mod locks;
mod look;
mod one_thread;
mod origin;
mod pool;
mod silent;
mod span;
mod stop;
mod svg;
mod threads_cost;
mod timeline;

pub use threads_cost::measure_threads;

use crate::files;
use crate::made::{self, Made};
use csv::Csv;

const DATA: &str = "book/recorded";
const DRAWINGS: &str = "book/figures/recorded";

/// A drawing, and tables in Markdown, each with the name of its file.
type Drawn = (String, Vec<(&'static str, String)>);

/// One figure: how it is measured, drawn and written in words, and what must be seen on it.
struct Figure {
    name: &'static str,
    /// Runs the programs; returns the names of columns and the rows of values.
    measure: fn() -> Result<String, String>,
    draw: fn(&Csv) -> Result<Drawn, String>,
    /// What its caption says; an error is a sentence that is not true of the recorded run.
    story: fn(&Csv) -> Result<(), String>,
}

const FIGURES: [Figure; 8] = [
    one_thread::FIGURE,
    pool::FIGURE,
    locks::HELD,
    locks::FREE,
    stop::FIGURE,
    threads_cost::FIGURE,
    bench::FIGURE,
    silent::FIGURE,
];

/// Runs the programs and records every figure, or the one with this name. `bench` takes minutes and
/// programs that are not everywhere, so it is measured only when it is asked for.
pub fn record(filter: Option<&str>) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        println!("figures are measured on Linux alone: nothing is recorded here");
        return Ok(());
    }
    let is_asked = |figure: &&Figure| filter.is_none_or(|name| name == figure.name);
    if FIGURES.iter().filter(is_asked).count() == 0 {
        return Err(format!("there is no figure {}", filter.unwrap_or("at all")));
    }
    for figure in FIGURES.iter().filter(is_asked) {
        let name = figure.name;
        if filter.is_some() || name != bench::NAME {
            let origin = origin::now(name);
            let text = format!("# {origin}\n{}", (figure.measure)()?);
            let told = Csv::parse(&text).and_then(|csv| (figure.story)(&csv));
            told.map_err(|problem| format!("{name}: {problem}"))?;
            files::write(&format!("{DATA}/{name}.csv"), &text)?;
        }
        made::write(figure.made()?)?;
    }
    Ok(())
}

/// Says where a drawing is not the one of its data, or the data not what the book tells.
pub fn check() -> Result<Vec<String>, String> {
    let mut wrong: Vec<String> = FIGURES.iter().flat_map(Figure::check).collect();
    for (folder, ending) in [(DATA, ".csv"), (DRAWINGS, ".svg")] {
        let known = FIGURES.map(|figure| format!("{folder}/{}{ending}", figure.name));
        let strays = made::strays(folder, &known, "belongs to no figure")?;
        wrong.extend(
            strays
                .into_iter()
                .filter(|stray| stray.contains(&format!("{ending} "))),
        );
    }
    Ok(wrong)
}

impl Figure {
    fn data(&self) -> Result<Csv, String> {
        Csv::parse(&files::read(&format!("{DATA}/{}.csv", self.name))?)
    }

    /// All that is made from the recorded data.
    fn made(&self) -> Result<Made, String> {
        let name = self.name;
        let drawn = self.data().and_then(|csv| (self.draw)(&csv));
        let in_file = |problem| format!("{DATA}/{name}.csv: {problem}");
        let (drawing, tables) = drawn.map_err(in_file)?;
        let mut made = vec![(format!("{DRAWINGS}/{name}.svg"), drawing)];
        made.extend(
            tables
                .into_iter()
                .map(|(table, text)| (format!("{DATA}/{table}.md"), text)),
        );
        Ok(made)
    }

    fn check(&self) -> Vec<String> {
        let (name, mut wrong) = (self.name, Vec::new());
        let again = format!("record figures {name}");
        if let Err(problem) = self.data().and_then(|csv| (self.story)(&csv)) {
            wrong.push(format!(
                "{DATA}/{name}.csv: the run is not as the caption tells it: {problem}; record it \
                 again: cargo run -p book -- {again}"
            ));
        }
        match self.made() {
            Ok(made) => wrong.extend(made::wrong(&made, &again)),
            Err(problem) => wrong.push(problem),
        }
        wrong
    }
}

/// An error with the first of these sentences that is not so.
fn first_wrong(told: &[(bool, &str)]) -> Result<(), String> {
    match told.iter().find(|(is_so, _)| !is_so) {
        None => Ok(()),
        Some((_, sentence)) => Err(format!("it is not so that {sentence}")),
    }
}

/// The same, written as `sentence: whether it is so;`.
macro_rules! told {
    ($($sentence:literal: $is_so:expr;)*) => {
        super::first_wrong(&[$(($is_so, $sentence)),*])
    };
}
use told;

//! Figures of real runs: what was measured stands in book/recorded, what is drawn from it in
//! book/figures/recorded. Measuring is for Linux alone, drawing and checking for every system.

mod bars;
mod bench;
mod check;
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
mod table;
mod threads_cost;
mod threads_run;
mod timeline;

pub use check::check;
pub use threads_run::measure_threads;

use crate::files;
use csv::Csv;

const DATA: &str = "book/recorded";
const DRAWINGS: &str = "book/figures/recorded";

/// Tables in Markdown, each with the name of its file.
type Tables = Vec<(&'static str, String)>;

/// One figure: how it is measured, drawn and written in words, and what must be seen on it.
struct Figure {
    name: &'static str,
    measure: fn() -> Result<Csv, String>,
    draw: fn(&Csv) -> Result<String, String>,
    tables: fn(&Csv) -> Result<Tables, String>,
    /// What its caption says; an error is a sentence that is not true of the recorded run.
    story: fn(&Csv) -> Result<(), String>,
}

const FIGURES: [Figure; 8] = [
    one_thread::FIGURE,
    pool::FOUR_ASLEEP,
    locks::HELD,
    locks::FREE,
    stop::FIGURE,
    threads_cost::FIGURE,
    bench::FIGURE,
    silent::FIGURE,
];

/// Runs the programs and records every figure, or the one with this name. `bench` takes minutes and
/// programs that are not everywhere, so it is measured only when it is asked for.
///
/// # Errors
/// A sentence, if something could not be measured or is not as the book tells it.
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
            let csv = (figure.measure)()?;
            (figure.story)(&csv).map_err(|problem| format!("{name}: {problem}"))?;
            files::write(&format!("{DATA}/{name}.csv"), &csv.text())?;
        }
        for (path, text) in results(figure)? {
            files::write(&path, &text)?;
        }
    }
    Ok(())
}

fn data(figure: &Figure) -> Result<Csv, String> {
    let path = format!("{DATA}/{}.csv", figure.name);
    Csv::parse(&files::read(&path)?).map_err(|problem| format!("{path}: {problem}"))
}

/// All that is made from the recorded data: paths and texts.
fn results(figure: &Figure) -> Result<Vec<(String, String)>, String> {
    let csv = data(figure)?;
    let name = figure.name;
    let in_file = |problem| format!("{DATA}/{name}.csv: {problem}");
    let drawing = (figure.draw)(&csv).map_err(in_file)?;
    let mut results = vec![(format!("{DRAWINGS}/{name}.svg"), drawing)];
    for (table, text) in (figure.tables)(&csv).map_err(in_file)? {
        results.push((format!("{DATA}/{table}.md"), text));
    }
    Ok(results)
}

/// For figures without a table.
fn no_tables(_: &Csv) -> Result<Tables, String> {
    Ok(Vec::new())
}

/// An error with this sentence, unless it is so.
fn expect(is_so: bool, sentence: &str) -> Result<(), String> {
    if is_so {
        Ok(())
    } else {
        Err(format!("it is not so that {sentence}"))
    }
}

//! What happened in a run, for a time line: who did what, from when to when.

use std::time::Instant;

use super::csv::{Csv, Row};

/// Times are in milliseconds from the start of the run; a moment ends when it begins.
#[derive(Clone)]
pub struct Span {
    pub row: String,
    pub what: String,
    pub from: f64,
    pub to: f64,
}

/// Spans, while the run goes on.
pub struct Spans {
    zero: Instant,
    all: Vec<Span>,
}

impl Spans {
    pub fn since(zero: Instant) -> Spans {
        let all = Vec::new();
        Spans { zero, all }
    }

    pub fn span(&mut self, row: &str, what: &str, from: Instant, to: Instant) {
        let millis =
            |moment: Instant| moment.saturating_duration_since(self.zero).as_secs_f64() * 1000.0;
        self.all.push(Span {
            row: row.to_string(),
            what: what.to_string(),
            from: millis(from),
            to: millis(to),
        });
    }

    pub fn moment(&mut self, row: &str, what: &str, at: Instant) {
        self.span(row, what, at, at);
    }

    /// What is to be recorded, in the order of time.
    pub fn table(mut self) -> String {
        self.all.sort_by(|a, b| {
            let places = a.from.total_cmp(&b.from);
            places.then_with(|| a.to.total_cmp(&b.to))
        });
        let mut table = String::from("row,what,from_ms,to_ms\n");
        for one in self.all {
            let (row, what, from, to) = (one.row, one.what, one.from, one.to);
            table += &format!("{row},{what},{from:.1},{to:.1}\n");
        }
        table
    }
}

/// The spans of a recorded run.
pub fn read(csv: &Csv) -> Result<Vec<Span>, String> {
    let span = |row: &Row| {
        Ok(Span {
            row: row.text("row")?.to_string(),
            what: row.text("what")?.to_string(),
            from: row.number("from_ms")?,
            to: row.number("to_ms")?,
        })
    };
    csv.rows.iter().map(span).collect()
}

/// The spans of this kind, of every row whose name begins so.
pub fn all(csv: &Csv, row: &str, what: &str) -> Result<Vec<Span>, String> {
    let mut spans = read(csv)?;
    spans.retain(|span| span.row.starts_with(row) && span.what == what);
    match spans.is_empty() {
        true => Err(format!("{row} has no {what:?}")),
        false => Ok(spans),
    }
}

/// The first of them.
pub fn one(csv: &Csv, row: &str, what: &str) -> Result<Span, String> {
    Ok(all(csv, row, what)?.swap_remove(0))
}

/// How many of them happened at the same instant, at the most.
pub fn most_at_once(spans: &[Span]) -> usize {
    let running_at = |moment: f64| {
        let runs = |span: &&Span| span.from <= moment && moment < span.to;
        spans.iter().filter(runs).count()
    };
    let counts = spans.iter().map(|span| running_at(span.from));
    counts.max().unwrap_or(0)
}

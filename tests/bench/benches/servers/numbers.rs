//! All numbers of a run: for each server, load and measure, one value per round.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// What is measured; the name has the unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    RequestsPerSecond,
    RatioToBareLoop,
    MedianMicroseconds,
    SlowestHundredthMicroseconds,
    ProcessorMicrosecondsPerRequest,
    ResidentKibAtRest,
    ResidentKibAfterLoad,
    ProportionalKibAfterLoad,
    RoundsGivenUp,
    ResidentKibAfter20000,
    PeakKibAfter20000,
    MicrosecondsWhileOthersSleep,
    RatioToNoneAsleep,
    CallsPerRequest,
    AllocationsPerRequest,
}

/// The rounds of a run in three numbers.
pub struct Rounds {
    pub least: f64,
    pub median: f64,
    pub most: f64,
}

#[derive(Default)]
pub struct Numbers {
    values: BTreeMap<(Measure, usize, &'static str), Vec<f64>>,
}

impl Numbers {
    /// Adds the value of one round. `load` is a number of clients, or of requests that sleep.
    pub fn add(&mut self, measure: Measure, load: usize, server: &'static str, value: f64) {
        let values = self.values.entry((measure, load, server)).or_default();
        values.push(value);
    }

    /// The value that was added last.
    pub fn latest(&self, measure: Measure, load: usize, server: &'static str) -> Option<f64> {
        self.values.get(&(measure, load, server))?.last().copied()
    }

    /// All rounds together; `None` if nothing was measured.
    pub fn rounds(&self, measure: Measure, load: usize, server: &'static str) -> Option<Rounds> {
        let values = self.values.get(&(measure, load, server))?;
        let mut values = values.clone();
        values.sort_by(f64::total_cmp);
        Some(Rounds {
            least: *values.first()?,
            median: middle(&values)?,
            most: *values.last()?,
        })
    }

    /// Writes everything as comma-separated values, for a program to read.
    pub fn save(&self, file: &Path) {
        let mut text = "measure,load,server,rounds,least,median,most\n".to_string();
        for ((measure, load, server), values) in &self.values {
            if let Some(rounds) = self.rounds(*measure, *load, server) {
                let (
                    count,
                    Rounds {
                        least,
                        median,
                        most,
                    },
                ) = (values.len(), rounds);
                writeln!(
                    text,
                    "{measure:?},{load},{server},{count},{least:.3},{median:.3},{most:.3}"
                )
                .expect("a string takes everything");
            }
        }
        fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

/// The median of sorted values: the one in the middle, or between the two in the middle.
fn middle(sorted: &[f64]) -> Option<f64> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some((lower + upper) / 2.0)
}

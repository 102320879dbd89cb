//! What was aimed at, and whether this run met it. A number is a number: a run that misses an aim
//! is no failure of the command.

use crate::numbers::{Measure, Numbers};
use crate::table::{Table, cell};

const SERVER: &str = "step 06";

/// Step 06 does so much of what the bare loop does, with 8 clients.
const LEAST_RATIO: f64 = 0.85;

/// Step 06 holds less than this after 20,000 requests.
const MOST_MIB: f64 = 3.0;

/// "As fast": within this of the time that `/` takes when nobody sleeps. Two measurements of the
/// very same thing differ by about as much.
const SAME_RATIO: f64 = 1.10;

/// Prints the aims.
pub fn print(numbers: &Numbers) {
    let median = |measure, load| {
        let rounds = numbers.rounds(measure, load, SERVER);
        rounds.map(|rounds| rounds.median)
    };
    let mut table = Table::new(&["aim for step 06", "wanted", "measured", "met"]);
    let ratio = median(Measure::RatioToBareLoop, 8);
    table.row(row(
        "speed with 8 clients, of the bare loop's",
        format!("{LEAST_RATIO:.2} or more"),
        ratio,
        |ratio| ratio >= LEAST_RATIO,
    ));
    let resident = median(Measure::ResidentKibAfter20000, 8);
    table.row(row(
        "resident memory after 20,000 requests, in MiB",
        format!("below {MOST_MIB:.2}"),
        resident.map(|kib| kib / 1024.0),
        |mib| mib < MOST_MIB,
    ));
    table.row(row(
        "time of / with 3 asleep, of the time with none",
        format!("{SAME_RATIO:.2} or less"),
        median(Measure::RatioToNoneAsleep, 3),
        |ratio| ratio <= SAME_RATIO,
    ));
    table.print("Aims");
}

fn row(
    aim: &str,
    wanted: String,
    measured: Option<f64>,
    is_met: impl Fn(f64) -> bool,
) -> Vec<String> {
    let met = match measured.map(is_met) {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not measured",
    };
    vec![aim.to_string(), wanted, cell(measured, 2), met.to_string()]
}

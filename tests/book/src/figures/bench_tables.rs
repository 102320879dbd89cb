//! The benchmark in tables.

use super::bench::{CLIENTS, NAME, STEPS, rounds};
use super::csv::Csv;
use super::{Tables, table};

/// # Errors
/// If something was not measured.
pub fn tables(csv: &Csv) -> Result<Tables, String> {
    Ok(vec![
        (NAME, speed(csv)?),
        ("bench-asleep", asleep(csv)?),
        ("bench-memory", memory(csv)?),
    ])
}

fn speed(csv: &Csv) -> Result<String, String> {
    let head = [
        "server",
        "clients",
        "requests/s",
        "of the bare loop",
        "median (µs)",
    ];
    let mut rows = Vec::new();
    for clients in CLIENTS {
        for server in ["bare loop"].iter().chain(&STEPS) {
            let median = |measure| rounds(csv, measure, clients, server).map(|[_, m, _]| m);
            rows.push(vec![
                server.to_string(),
                clients.to_string(),
                format!("{:.0}", median("RequestsPerSecond")?),
                format!("{:.2}", median("RatioToBareLoop")?),
                format!("{:.0}", median("MedianMicroseconds")?),
            ]);
        }
    }
    Ok(table::markdown(&head, &rows, &csv.origin))
}

fn asleep(csv: &Csv) -> Result<String, String> {
    let head = [
        "time of `/` (ms)",
        "nobody asleep",
        "1 asleep",
        "3 asleep",
        "4 asleep",
        "8 asleep",
    ];
    let mut rows = Vec::new();
    for server in ["step 04", "step 05", "step 06"] {
        let mut row = vec![server.to_string()];
        for load in ["0", "1", "3", "4", "8"] {
            let median = rounds(csv, "MicrosecondsWhileOthersSleep", load, server);
            row.push(median.map_or("-".to_string(), |[_, m, _]| format!("{:.1}", m / 1000.0)));
        }
        rows.push(row);
    }
    Ok(table::markdown(&head, &rows, &csv.origin))
}

fn memory(csv: &Csv) -> Result<String, String> {
    let head = [
        "resident memory (MiB)",
        "at rest",
        "after 64 clients at a time",
    ];
    let mut rows = Vec::new();
    for server in STEPS {
        let [_, rest, _] = rounds(csv, "ResidentKibAtRest", "0", server)?;
        let [_, load, _] = rounds(csv, "ResidentKibAfterLoad", "64", server)?;
        let mib = |kib: f64| format!("{:.2}", kib / 1024.0);
        rows.push(vec![server.to_string(), mib(rest), mib(load)]);
    }
    Ok(table::markdown(&head, &rows, &csv.origin))
}

//! The tables.

use crate::numbers::{Measure, Numbers};
use crate::table::{Table, cell};
use crate::{asleep, throughput};

const SERVERS: [&str; 4] = ["bare loop", "step 03", "step 05", "step 06"];

/// Prints all tables.
pub fn print(numbers: &Numbers) {
    for clients in throughput::CLIENTS {
        print_speed(numbers, clients);
    }
    print_sleep(numbers);
    print_memory(numbers);
    print_counts(numbers);
}

fn print_speed(numbers: &Numbers, clients: usize) {
    let mut table = Table::new(&[
        "server",
        "requests/s",
        "of bare loop",
        "least to most",
        "median (µs)",
        "99th percentile (µs)",
        "processor (µs/request)",
    ]);
    for server in SERVERS {
        let rounds = |measure| numbers.rounds(measure, clients, server);
        let median = |measure| rounds(measure).map(|rounds| rounds.median);
        let range = rounds(Measure::RatioToBareLoop)
            .map(|ratio| format!("{:.2} to {:.2}", ratio.least, ratio.most));
        table.row(vec![
            server.to_string(),
            cell(median(Measure::RequestsPerSecond), 0),
            cell(median(Measure::RatioToBareLoop), 2),
            range.unwrap_or_default(),
            cell(median(Measure::MedianMicroseconds), 0),
            cell(median(Measure::SlowestHundredthMicroseconds), 0),
            cell(median(Measure::ProcessorMicrosecondsPerRequest), 1),
        ]);
    }
    let plural = if clients == 1 { "" } else { "s" };
    table.print(&format!("GET / with {clients} client{plural} at a time"));
}

fn print_sleep(numbers: &Numbers) {
    let head = asleep::ASLEEP.map(|count| format!("{count} asleep (ms)"));
    let mut columns = vec!["server"];
    columns.extend(head.iter().map(String::as_str));
    let mut table = Table::new(&columns);
    for server in ["step 04", "step 05", "step 06"] {
        let mut row = vec![server.to_string()];
        for count in asleep::ASLEEP {
            let rounds = numbers.rounds(Measure::MicrosecondsWhileOthersSleep, count, server);
            row.push(cell(rounds.map(|rounds| rounds.median / 1000.0), 2));
        }
        table.row(row);
    }
    let sleep = asleep::SLEEP;
    table.print(&format!(
        "GET / while others wait for /sleep, which takes {sleep:?}"
    ));
}

fn print_memory(numbers: &Numbers) {
    let loads = throughput::CLIENTS.map(|clients| format!("after {clients} at a time"));
    let mut columns = vec!["server", "at rest"];
    columns.extend(loads.iter().map(String::as_str));
    let mut table = Table::new(&columns);
    for server in SERVERS {
        let median = |measure, load| {
            let rounds = numbers.rounds(measure, load, server);
            cell(rounds.map(|rounds| rounds.median / 1024.0), 2)
        };
        let mut row = vec![server.to_string(), median(Measure::ResidentKibAtRest, 0)];
        for clients in throughput::CLIENTS {
            row.push(median(Measure::ResidentKibAfterLoad, clients));
        }
        table.row(row);
    }
    table.print("Resident memory (MiB)");
}

fn print_counts(numbers: &Numbers) {
    let each = |measure| {
        let rounds = numbers.rounds(measure, 1, "step 06");
        cell(rounds.map(|rounds| rounds.median), 1)
    };
    let mut table = Table::new(&["server", "calls of the system", "allocations"]);
    table.row(vec![
        "step 06".to_string(),
        each(Measure::CallsPerRequest),
        each(Measure::AllocationsPerRequest),
    ]);
    table.print("A request costs, with one client at a time");
}

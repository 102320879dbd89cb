//! Step 06 beside servers that people deploy: the table, and what the page says about it.

use super::bench::{CLIENTS, rounds};
use super::csv::Csv;
use super::deployed::{NAME, OURS, SERVERS};
use super::{Tables, expect, table};

const NGINX: [&str; 2] = ["nginx (1 process)", "nginx (2 processes)"];
const KEPT: &str = "nginx (keep-alive)";

/// # Errors
/// If something was not measured.
pub fn tables(csv: &Csv) -> Result<Tables, String> {
    let head = [
        "server",
        "requests/s: 1 client",
        "8 clients",
        "64 clients",
        "median (µs): 1 client",
        "8 clients",
        "64 clients",
        "memory (MiB)",
    ];
    let mut rows = Vec::new();
    for server in SERVERS {
        let mut row = vec![server.to_string()];
        for measure in ["RequestsPerSecond", "MedianMicroseconds"] {
            for clients in CLIENTS {
                row.push(cell(csv, measure, clients, server)?);
            }
        }
        row.push(format!("{:.1}", memory(csv, server)? / 1024.0));
        rows.push(row);
    }
    Ok(vec![(NAME, table::markdown(&head, &rows, &csv.origin))])
}

/// A dash where clients waited in vain.
fn cell(csv: &Csv, measure: &str, clients: &str, server: &str) -> Result<String, String> {
    match rounds(csv, "RoundsGivenUp", clients, server) {
        Ok(_) => Ok("-".to_string()),
        Err(_) => {
            rounds(csv, measure, clients, server).map(|[_, median, _]| format!("{median:.0}"))
        }
    }
}

fn memory(csv: &Csv, server: &str) -> Result<f64, String> {
    rounds(csv, "ProportionalKibAfterLoad", "64", server).map(|[_, kib, _]| kib)
}

/// # Errors
/// What is not so.
pub fn story(csv: &Csv) -> Result<(), String> {
    beside_good_ones(csv)?;
    keep_alive(csv)?;
    beside_small_ones(csv)?;
    for server in NGINX {
        let sentence = format!("step 06 takes less memory than {server}");
        expect(memory(csv, OURS)? < memory(csv, server)?, &sentence)?;
    }
    let quarter = memory(csv, "python http.server")? / 4.0;
    expect(
        memory(csv, OURS)? < quarter,
        "step 06 takes far less than Python",
    )
}

fn range(csv: &Csv, clients: &str, server: &str) -> Result<[f64; 3], String> {
    rounds(csv, "RequestsPerSecond", clients, server)
}

fn speed(csv: &Csv, clients: &str, server: &str) -> Result<f64, String> {
    range(csv, clients, server).map(|[_, median, _]| median)
}

fn beside_good_ones(csv: &Csv) -> Result<(), String> {
    for server in NGINX.iter().chain(&["lighttpd"]) {
        for clients in CLIENTS {
            let sentence = format!("step 06 does at least half of what {server} does");
            let half = speed(csv, clients, server)? / 2.0;
            expect(speed(csv, clients, OURS)? >= half, &sentence)?;
        }
        let ([least, _, most], [other_least, _, other_most]) =
            (range(csv, "8", OURS)?, range(csv, "8", server)?);
        let sentence = format!("the rounds of step 06 and of {server} overlap");
        expect(least < other_most && other_least < most, &sentence)?;
    }
    Ok(())
}

fn keep_alive(csv: &Csv) -> Result<(), String> {
    for clients in CLIENTS {
        let gain = speed(csv, clients, KEPT)? / speed(csv, clients, NGINX[0])?;
        expect(gain > 1.2, "nginx does more over connections that are kept")?;
    }
    for clients in ["8", "64"] {
        for server in SERVERS.iter().filter(|server| **server != KEPT) {
            let is_measured = cell(csv, "RequestsPerSecond", clients, server)? != "-";
            if is_measured {
                let sentence = format!("{server} does less than nginx over kept connections");
                let kept = speed(csv, clients, KEPT)?;
                expect(speed(csv, clients, server)? < kept, &sentence)?;
            }
        }
    }
    Ok(())
}

fn beside_small_ones(csv: &Csv) -> Result<(), String> {
    for server in ["busybox httpd", "python http.server"] {
        for clients in ["1", "8"] {
            let sentence = format!("step 06 does more than twice what {server} does");
            let twice = 2.0 * speed(csv, clients, server)?;
            expect(speed(csv, clients, OURS)? > twice, &sentence)?;
        }
    }
    Ok(())
}

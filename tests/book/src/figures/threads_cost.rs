//! One thread for each connection: what thousands of idle threads cost.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use kit::PATIENCE;

use super::bars::{self, Bar};
use super::csv::Csv;
use super::svg::Svg;
use super::{Drawn, Figure, origin, told};

pub const FIGURE: Figure = Figure {
    name: NAME,
    measure,
    draw,
    story,
};

const NAME: &str = "threads-cost";
const COUNTS: [usize; 6] = [1, 10, 100, 1_000, 5_000, 10_000];

fn measure() -> Result<String, String> {
    let mut table = String::from("wanted,got,refusal,resident_kib,reserved_kib,spawn_ms\n");
    let this = env::current_exe().map_err(|error| error.to_string())?;
    for count in COUNTS {
        let arguments = ["measure-threads", &count.to_string()];
        let said = kit::run_to_end(Command::new(&this).args(arguments), PATIENCE).log;
        let line = said.first().ok_or("it says what threads cost")?;
        table += &format!("{}\n", line.trim_start_matches("row "));
    }
    Ok(table)
}

fn draw(csv: &Csv) -> Result<Drawn, String> {
    let mut bars = Vec::new();
    for row in &csv.rows {
        let (count, mib) = (row.text("got")?, row.number("resident_kib")? / 1024.0);
        let plural = if count == "1" { "" } else { "s" };
        let label = format!("{} thread{plural}", with_comma(count));
        bars.push(Bar::new("fig-fill", &label, mib, format!("{mib:.1} MiB")));
    }
    let title = "Bars: the resident memory of a process with 1 to 10,000 idle threads; it grows with \
                 their number";
    let head = "Resident memory of idle threads".to_string();
    let svg = Svg::new(NAME, title);
    let drawing = bars::draw(svg, &[(head, bars)], None, "", &csv.origin);
    Ok((drawing, vec![(NAME, table(csv)?)]))
}

/// 10000 as 10,000.
fn with_comma(number: &str) -> String {
    match number.split_at_checked(number.len().saturating_sub(3)) {
        Some((thousands, rest)) if !thousands.is_empty() => format!("{thousands},{rest}"),
        _ => number.to_string(),
    }
}

fn table(csv: &Csv) -> Result<String, String> {
    let head =
        "| threads | resident (MiB) | reserved addresses (MiB) | time to start (ms) | refused |";
    let mut rows = Vec::new();
    for row in &csv.rows {
        rows.push(vec![
            with_comma(row.text("got")?),
            format!("{:.1}", row.number("resident_kib")? / 1024.0),
            with_comma(&format!("{:.0}", row.number("reserved_kib")? / 1024.0)),
            format!("{:.1}", row.number("spawn_ms")?),
            row.text("refusal")?.to_string(),
        ]);
    }
    Ok(origin::table(head, &rows, &csv.origin))
}

fn story(csv: &Csv) -> Result<(), String> {
    let one = csv.find(&[("wanted", "1")])?;
    let most = csv.rows.last().ok_or("it has no rows")?;
    let more = most.number("got")? - 1.0;
    let growth = |column| Ok::<_, String>((most.number(column)? - one.number(column)?) / more);
    let resident = growth("resident_kib")?;
    let is_some = (4.0..100.0).contains(&resident);
    told! {
        "a thousand threads or more are started": more >= 999.0;
        "a thread reserves two MiB of addresses or more": growth("reserved_kib")? >= 2048.0;
        "an idle thread keeps some KiB of memory, and less than a hundred": is_some;
    }
}

/// Starts so many threads that do nothing, and prints a row of the figure's data. It runs in a
/// process of its own, which ends after that, and with it the threads.
pub fn measure_threads(wanted: usize) {
    let started = Arc::new(AtomicUsize::new(0));
    let begin = Instant::now();
    let mut refusal = "none".to_string();
    let mut count = 0;
    while count < wanted {
        let started = Arc::clone(&started);
        let idle = move || {
            started.fetch_add(1, Ordering::Relaxed);
            loop {
                thread::park(); // as a thread waits that reads from a silent client
            }
        };
        match thread::Builder::new().spawn(idle) {
            Ok(_) => count += 1,
            Err(error) => {
                refusal = error.to_string().replace(',', ";");
                break;
            }
        }
    }
    while started.load(Ordering::Relaxed) < count {
        thread::sleep(Duration::from_millis(1));
    }
    let millis = begin.elapsed().as_secs_f64() * 1000.0;
    let (resident, reserved) = (memory("VmRSS:"), memory("VmSize:"));
    println!("row {wanted},{count},{refusal},{resident},{reserved},{millis:.1}");
}

/// A field of /proc/self/status, in KiB.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

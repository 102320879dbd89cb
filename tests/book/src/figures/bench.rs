//! The servers of the steps beside a bare loop and beside servers that people deploy, as
//! `cargo bench -p bench` measures them.

use std::env;
use std::fs;

use super::bars::{self, Bar};
use super::csv::Csv;
use super::svg::Svg;
use super::{Drawn, Figure, first_wrong, origin, told};

pub const FIGURE: Figure = Figure {
    name: NAME,
    measure,
    draw,
    story,
};

pub const NAME: &str = "bench";

const STEPS: [&str; 3] = ["step 03", "step 05", OURS];
const OURS: &str = "step 06";
const NGINX: [&str; 2] = ["nginx (1 process)", "nginx (2 processes)"];
const KEPT: &str = "nginx (keep-alive)";
const SMALL: [&str; 2] = ["busybox httpd", "python http.server"];
const CLIENTS: [&str; 3] = ["1", "8", "64"];

fn servers() -> Vec<&'static str> {
    let good = [NGINX[0], NGINX[1], KEPT, "lighttpd"];
    [&["bare loop"], STEPS.as_slice(), &good, &SMALL].concat()
}

fn measure() -> Result<String, String> {
    println!("cargo bench -p bench takes about three minutes");
    let status = kit::cargo().args(["bench", "-q", "-p", "bench"]).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("it was not measured: see above".to_string());
    }
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let target = this.ancestors().nth(2);
    let file = target.ok_or("this program is in no target directory")?;
    let text = fs::read_to_string(file.join("bench/servers.csv"));
    text.map_err(|error| format!("no numbers: {error}"))
}

/// Least, median and most of the rounds.
fn rounds(csv: &Csv, measure: &str, load: &str, server: &str) -> Result<[f64; 3], String> {
    let row = csv.find(&[("measure", measure), ("load", load), ("server", server)])?;
    let number = |column| row.number(column);
    Ok([number("least")?, number("median")?, number("most")?])
}

fn median(csv: &Csv, measure: &str, load: &str, server: &str) -> Result<f64, String> {
    rounds(csv, measure, load, server).map(|[_, median, _]| median)
}

fn draw(csv: &Csv) -> Result<Drawn, String> {
    let mut bars = Vec::new();
    for server in servers() {
        let [least, value, most] = rounds(csv, "RequestsPerSecond", "8", server)?;
        let is_ours = STEPS.contains(&server);
        let class = if is_ours { "fig-worker-3" } else { "fig-fill" };
        bars.push(Bar {
            range: Some((least, most)),
            ..Bar::new(class, server, value, format!("{value:.0}"))
        });
    }
    let mark = (median(csv, "RequestsPerSecond", "8", OURS)?, OURS);
    let head = "Requests a second, 8 clients at a time".to_string();
    let title = "Bars: requests a second of steps 03, 05 and 06, of a bare loop, of nginx, lighttpd, busybox \
                 httpd and python http.server, with 8 clients at a time";
    let legend = "bar: the median of all rounds; thin line: from the least to the most; upright line: step 06";
    let svg = Svg::new(NAME, title);
    let drawing = bars::draw(svg, &[(head, bars)], Some(mark), legend, &csv.origin);
    Ok((
        drawing,
        vec![(NAME, speed(csv)?), ("bench-asleep", asleep(csv)?)],
    ))
}

fn speed(csv: &Csv) -> Result<String, String> {
    let head = "| server | requests/s: 1 client | 8 clients | 64 clients | of the bare loop's, 8 clients | median (µs), 8 clients | memory (MiB) |";
    let mut rows = Vec::new();
    for server in servers() {
        let median = |measure, clients| median(csv, measure, clients, server);
        let mut row = vec![server.to_string()];
        for clients in CLIENTS {
            row.push(format!("{:.0}", median("RequestsPerSecond", clients)?));
        }
        row.push(format!("{:.2}", median("RatioToBareLoop", "8")?));
        row.push(format!("{:.0}", median("MedianMicroseconds", "8")?));
        row.push(format!("{:.1}", memory(csv, server)? / 1024.0));
        rows.push(row);
    }
    Ok(origin::table(head, &rows, &csv.origin))
}

fn memory(csv: &Csv, server: &str) -> Result<f64, String> {
    median(csv, "KibAfterLoad", "64", server)
}

fn asleep(csv: &Csv) -> Result<String, String> {
    let head = "| time of `/` (ms) | nobody asleep | 1 asleep | 3 asleep | 4 asleep | 8 asleep |";
    let mut rows = Vec::new();
    for server in ["step 04", "step 05", OURS] {
        let mut row = vec![server.to_string()];
        for load in ["0", "1", "3", "4", "8"] {
            let median = median(csv, "MicrosecondsWhileOthersSleep", load, server);
            row.push(median.map_or("-".to_string(), |m| format!("{:.1}", m / 1000.0)));
        }
        rows.push(row);
    }
    Ok(origin::table(head, &rows, &csv.origin))
}

/// What is said on the pages.
fn story(csv: &Csv) -> Result<(), String> {
    let mut told: Vec<(bool, String)> = Vec::new();
    for clients in CLIENTS {
        let speed = |server| median(csv, "RequestsPerSecond", clients, server);
        let ours = speed(OURS)?;
        for server in ["bare loop", NGINX[0], NGINX[1], "lighttpd"] {
            let sentence = format!("step 06 does two fifths of what {server} does, or more");
            told.push((ours >= 0.4 * speed(server)?, sentence));
        }
        for server in SMALL {
            let sentence = format!("step 06 does more than twice what {server} does");
            told.push((ours > 2.0 * speed(server)?, sentence));
        }
        let sentence = "nginx does more over connections that are kept";
        told.push((speed(KEPT)? > speed(NGINX[0])?, sentence.to_string()));
    }
    let (ours, python) = (memory(csv, OURS)?, memory(csv, "python http.server")?);
    for server in NGINX {
        let sentence = format!("step 06 takes less memory than {server}");
        told.push((ours < memory(csv, server)?, sentence));
    }
    let told: Vec<(bool, &str)> = told.iter().map(|(is, told)| (*is, told.as_str())).collect();
    first_wrong(&told)?;
    let asleep = |load, server| median(csv, "MicrosecondsWhileOthersSleep", load, server);
    let waits = |load, server| asleep(load, server).map(|micros| micros >= 100_000.0);
    told! {
        "step 06 takes far less than Python": ours < python / 4.0;
        "one /sleep keeps step 04 waiting": waits("1", "step 04")?;
        "three /sleep keep nobody waiting in steps 05 and 06":
            !waits("3", "step 05")? && !waits("3", OURS)?;
        "four /sleep keep others waiting in steps 05 and 06":
            waits("4", "step 05")? && waits("4", OURS)?;
    }
}

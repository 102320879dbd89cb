//! The servers of the steps beside a bare loop and beside servers that people deploy, as
//! `cargo bench -p bench` measures them.

use std::env;
use std::fs;

use super::bars::{self, Bar, Group, Mark};
use super::csv::Csv;
use super::svg::Svg;
use super::{Figure, Tables, expect, origin, table};

pub const FIGURE: Figure = Figure {
    name: NAME,
    measure,
    draw,
    tables,
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

fn measure() -> Result<Csv, String> {
    println!("cargo bench -p bench takes about three minutes");
    let from = origin::now(NAME);
    let status = kit::cargo().args(["bench", "-q", "-p", "bench"]).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("it was not measured: see above".to_string());
    }
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let target = this.ancestors().nth(2);
    let file = target.ok_or("this program is in no target directory")?;
    let text = fs::read_to_string(file.join("bench/servers.csv"));
    let text = text.map_err(|error| format!("no numbers: {error}"))?;
    Csv::parse(&format!("# {from}\n{text}"))
}

/// Least, median and most of the rounds.
fn rounds(csv: &Csv, measure: &str, load: &str, server: &str) -> Result<[f64; 3], String> {
    let row = csv.find(&[("measure", measure), ("load", load), ("server", server)])?;
    Ok([
        row.number("least")?,
        row.number("median")?,
        row.number("most")?,
    ])
}

fn median(csv: &Csv, measure: &str, load: &str, server: &str) -> Result<f64, String> {
    rounds(csv, measure, load, server).map(|[_, median, _]| median)
}

fn draw(csv: &Csv) -> Result<String, String> {
    let mut bars = Vec::new();
    for server in servers() {
        let [least, value, most] = rounds(csv, "RequestsPerSecond", "8", server)?;
        let is_ours = STEPS.contains(&server);
        bars.push(Bar {
            class: if is_ours { "fig-worker-3" } else { "fig-fill" },
            label: server.to_string(),
            value,
            text: format!("{value:.0}"),
            range: Some((least, most)),
        });
    }
    let mark = Mark {
        value: median(csv, "RequestsPerSecond", "8", OURS)?,
        label: OURS,
    };
    let groups = [Group {
        head: "Requests a second, 8 clients at a time".to_string(),
        bars,
    }];
    let title = "Bars: requests a second of steps 03, 05 and 06, of a bare loop, of nginx, lighttpd, busybox \
                 httpd and python http.server, with 8 clients at a time";
    let legend = [
        "bar: the median of all rounds; thin line: from the least to the most; upright line: step 06",
    ];
    let svg = Svg::new(NAME, title);
    Ok(bars::draw(svg, &groups, Some(&mark), &legend, &csv.origin))
}

fn tables(csv: &Csv) -> Result<Tables, String> {
    Ok(vec![(NAME, speed(csv)?), ("bench-asleep", asleep(csv)?)])
}

fn speed(csv: &Csv) -> Result<String, String> {
    let head = [
        "server",
        "requests/s: 1 client",
        "8 clients",
        "64 clients",
        "of the bare loop's, 8 clients",
        "median (µs), 8 clients",
        "memory (MiB)",
    ];
    let mut rows = Vec::new();
    for server in servers() {
        let mut row = vec![server.to_string()];
        for clients in CLIENTS {
            row.push(format!(
                "{:.0}",
                median(csv, "RequestsPerSecond", clients, server)?
            ));
        }
        row.push(format!(
            "{:.2}",
            median(csv, "RatioToBareLoop", "8", server)?
        ));
        row.push(format!(
            "{:.0}",
            median(csv, "MedianMicroseconds", "8", server)?
        ));
        row.push(format!("{:.1}", memory(csv, server)? / 1024.0));
        rows.push(row);
    }
    Ok(table::markdown(&head, &rows, &csv.origin))
}

fn memory(csv: &Csv, server: &str) -> Result<f64, String> {
    median(csv, "KibAfterLoad", "64", server)
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
    for server in ["step 04", "step 05", OURS] {
        let mut row = vec![server.to_string()];
        for load in ["0", "1", "3", "4", "8"] {
            let median = median(csv, "MicrosecondsWhileOthersSleep", load, server);
            row.push(median.map_or("-".to_string(), |m| format!("{:.1}", m / 1000.0)));
        }
        rows.push(row);
    }
    Ok(table::markdown(&head, &rows, &csv.origin))
}

/// What is said on the pages.
fn story(csv: &Csv) -> Result<(), String> {
    speeds(csv)?;
    memories(csv)?;
    let waits = |load, server| {
        median(csv, "MicrosecondsWhileOthersSleep", load, server).map(|m| m >= 100_000.0)
    };
    expect(waits("1", "step 04")?, "one /sleep keeps step 04 waiting")?;
    for server in ["step 05", OURS] {
        expect(
            !waits("3", server)? && waits("4", server)?,
            "three /sleep keep nobody waiting in steps 05 and 06, and four do",
        )?;
    }
    Ok(())
}

fn speeds(csv: &Csv) -> Result<(), String> {
    for clients in CLIENTS {
        let speed = |server| median(csv, "RequestsPerSecond", clients, server);
        let ours = speed(OURS)?;
        for server in ["bare loop", NGINX[0], NGINX[1], "lighttpd"] {
            let sentence = format!("step 06 does two fifths of what {server} does, or more");
            expect(ours >= 0.4 * speed(server)?, &sentence)?;
        }
        for server in SMALL {
            let sentence = format!("step 06 does more than twice what {server} does");
            expect(ours > 2.0 * speed(server)?, &sentence)?;
        }
        let sentence = "nginx does more over connections that are kept";
        expect(speed(KEPT)? > speed(NGINX[0])?, sentence)?;
    }
    Ok(())
}

fn memories(csv: &Csv) -> Result<(), String> {
    let ours = memory(csv, OURS)?;
    for server in NGINX {
        let sentence = format!("step 06 takes less memory than {server}");
        expect(ours < memory(csv, server)?, &sentence)?;
    }
    let sentence = "step 06 takes far less than Python";
    expect(ours < memory(csv, "python http.server")? / 4.0, sentence)
}

//! The servers of the steps beside a bare loop, as `cargo bench -p bench` measures them.

use std::fs;

use crate::files;

use super::bars::{self, Bar, Group, Mark};
use super::csv::Csv;
use super::svg::Svg;
use super::{DATA, Figure, bench_run, bench_tables, expect, origin};

pub const FIGURE: Figure = Figure {
    name: NAME,
    measure,
    draw,
    tables: bench_tables::tables,
    story,
};

pub const NAME: &str = "bench";
const FILE: &str = "servers.csv";
pub const STEPS: [&str; 3] = ["step 03", "step 05", "step 06"];
pub const CLIENTS: [&str; 3] = ["1", "8", "64"];

const BARE_LOOP: Mark = Mark {
    value: 1.0,
    label: "1.00: the bare loop",
};

/// Runs the benchmark if asked; otherwise takes what an earlier run left, if that is new here.
fn measure(is_asked: bool) -> Result<Option<Csv>, String> {
    if is_asked {
        println!("cargo bench -p bench takes about a minute");
        return bench_run::run(NAME, &[], FILE).map(Some);
    }
    let file = bench_run::folder()?.join(FILE);
    let Ok(text) = fs::read_to_string(&file) else {
        return Ok(None);
    };
    let recorded = files::read(&format!("{DATA}/{NAME}.csv")).unwrap_or_default();
    if recorded.ends_with(&text) {
        return Ok(None);
    }
    let day = origin::today(&["--reference", &file.display().to_string()]);
    let from = origin::with(NAME, &day, "load not recorded");
    Csv::parse(&format!("# {from}\n{text}")).map(Some)
}

/// Least, median and most of the rounds.
///
/// # Errors
/// If it was not measured.
pub fn rounds(csv: &Csv, measure: &str, load: &str, server: &str) -> Result<[f64; 3], String> {
    let row = csv.find(&[("measure", measure), ("load", load), ("server", server)])?;
    Ok([
        row.number("least")?,
        row.number("median")?,
        row.number("most")?,
    ])
}

fn draw(csv: &Csv) -> Result<String, String> {
    let mut groups = Vec::new();
    for clients in CLIENTS {
        let mut bars = Vec::new();
        for (server, class) in STEPS
            .iter()
            .zip(["fig-worker-1", "fig-worker-2", "fig-worker-3"])
        {
            let [least, median, most] = rounds(csv, "RatioToBareLoop", clients, server)?;
            bars.push(Bar {
                class,
                label: server.to_string(),
                value: median,
                text: format!("{median:.2}"),
                range: Some((least, most)),
            });
        }
        let plural = if clients == "1" { "" } else { "s" };
        let head = format!("{clients} client{plural} at a time");
        groups.push(Group { head, bars });
    }
    let title = "Bars: requests a second of steps 03, 05 and 06, as a share of what a bare loop does, \
                 with 1, 8 and 64 clients at a time";
    let legend = [
        "bar: the median of all rounds; thin line: from the least to the most; upright line: the bare loop",
    ];
    let svg = Svg::new(NAME, title);
    Ok(bars::draw(
        svg,
        &groups,
        Some(&BARE_LOOP),
        &legend,
        &csv.origin,
    ))
}

fn story(csv: &Csv) -> Result<(), String> {
    for clients in ["8", "64"] {
        for server in STEPS {
            let [_, median, _] = rounds(csv, "RatioToBareLoop", clients, server)?;
            let sentence = format!("{server} does half of what the bare loop does, or more");
            expect(median >= 0.5, &sentence)?;
        }
    }
    let waits = |load, server| {
        rounds(csv, "MicrosecondsWhileOthersSleep", load, server).map(|[_, m, _]| m >= 100_000.0)
    };
    expect(waits("1", "step 04")?, "one /sleep keeps step 04 waiting")?;
    for server in ["step 05", "step 06"] {
        expect(
            !waits("3", server)? && waits("4", server)?,
            "three /sleep keep nobody waiting in steps 05 and 06, and four do",
        )?;
    }
    Ok(())
}

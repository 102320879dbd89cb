//! Step 05: the processor time that silent clients cost, while they wait in the waiting room.

use std::thread;
use std::time::{Duration, Instant};

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

const NAME: &str = "silent-clients";
const COUNTS: [usize; 4] = [0, 100, 300, 590];
const BUILDS: [(&str, &[&str]); 2] = [("debug", &[]), ("release", &["--release"])];

/// How long each number of clients is watched.
const WATCH: Duration = Duration::from_secs(2);

fn measure() -> Result<String, String> {
    let mut table = String::from("build,silent,processor_ms,watched_ms\n");
    for (build, arguments) in BUILDS {
        let program = kit::build_program("step-05-threadpool", arguments)?;
        let server = kit::Program::new(&program.to_string_lossy())
            .variable("REQUEST_MS", 60000)
            .start();
        let mut clients = Vec::new();
        for count in COUNTS {
            while clients.len() < count {
                clients.push(server.connect());
            }
            if count > 0 {
                server.wait_for_log_count("connected", count);
            }
            thread::sleep(Duration::from_millis(300)); // until all of them are in the waiting room
            let (before, start) = (server.meter().processor, Instant::now());
            thread::sleep(WATCH);
            let used = (server.meter().processor - before).as_millis();
            let watched = start.elapsed().as_millis();
            table += &format!("{build},{count},{used},{watched}\n");
        }
    }
    Ok(table)
}

/// In percent of one processor.
fn share(csv: &Csv, build: &str, silent: usize) -> Result<f64, String> {
    let row = csv.find(&[("build", build), ("silent", &silent.to_string())])?;
    Ok(row.number("processor_ms")? / row.number("watched_ms")? * 100.0)
}

fn draw(csv: &Csv) -> Result<Drawn, String> {
    let mut groups = Vec::new();
    for silent in COUNTS {
        let mut bars = Vec::new();
        for ((build, _), class) in BUILDS.iter().zip(["fig-worker-1", "fig-worker-2"]) {
            let percent = share(csv, build, silent)?;
            let (label, text) = (format!("{build} build"), format!("{percent:.0} %"));
            bars.push(Bar::new(class, &label, percent, text));
        }
        groups.push((format!("{silent} silent clients"), bars));
    }
    let title = "Bars: the processor time that step 05 uses while 0, 100, 300 and 590 silent clients \
                 wait; it grows with their number";
    let legend = "bar: processor time, in percent of one processor";
    let svg = Svg::new(NAME, title);
    let drawing = bars::draw(svg, &groups, None, legend, &csv.origin);
    Ok((drawing, vec![(NAME, table(csv)?)]))
}

fn table(csv: &Csv) -> Result<String, String> {
    let head = "| silent clients | debug build | release build |";
    let mut rows = Vec::new();
    for silent in COUNTS {
        let mut row = vec![silent.to_string()];
        for (build, _) in BUILDS {
            row.push(format!("{:.0} %", share(csv, build, silent)?));
        }
        rows.push(row);
    }
    Ok(origin::table(head, &rows, &csv.origin))
}

fn story(csv: &Csv) -> Result<(), String> {
    for (build, _) in BUILDS {
        let [none, some, many] = [0, 100, 590].map(|silent| share(csv, build, silent));
        let (none, some, many) = (none?, some?, many?);
        told! {
            "an idle server uses next to no processor time": none <= 2.0;
            "more silent clients cost more processor time": many > some && some > none;
            "590 silent clients cost less than one processor": many < 100.0;
        }?;
    }
    Ok(())
}

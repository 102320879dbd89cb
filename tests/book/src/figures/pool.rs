//! Step 05: `/` behind four `/sleep`.

use std::thread;
use std::time::{Duration, Instant};

use kit::Server;

use super::client::{Visit, Visitor};
use super::csv::Csv;
use super::look::{Kind, Look};
use super::span::{self, Spans};
use super::timeline::{self, Scene};
use super::{Figure, expect, no_tables};

pub const FOUR_ASLEEP: Figure = Figure {
    name: "pool-of-four",
    measure: || measure("pool-of-four", 4),
    draw: |csv| timeline::draw(&scene("pool-of-four", FOUR_TITLE), csv),
    tables: no_tables,
    story: four_story,
};

const FOUR_TITLE: &str = "Time line of a recorded run of step 05: all four workers sleep, and a \
                          fifth client that asks for / waits until the first of them is free";

const fn scene(name: &'static str, title: &'static str) -> Scene {
    Scene {
        name,
        title,
        rows: &[
            ("the client", "/"),
            ("worker-1", ""),
            ("worker-2", ""),
            ("worker-3", ""),
            ("worker-4", ""),
        ],
        kinds: &KINDS,
        seconds: 5.5,
    }
}

const KINDS: [Kind; 4] = [
    Kind {
        what: "waits",
        look: Look::Wait,
        legend: "is accepted, and waits in the queue",
    },
    Kind {
        what: "runs /sleep",
        look: Look::Worker,
        legend: "",
    },
    Kind {
        what: "runs /",
        look: Look::Bar("fig-accent-fill"),
        legend: "a worker runs /: a moment only",
    },
    Kind {
        what: "first byte",
        look: Look::Dot,
        legend: "the first byte of the reply to /",
    },
];

fn measure(figure: &'static str, asleep: usize) -> Result<Csv, String> {
    let program = kit::build_program("step-05-threadpool", &[])?;
    let server = kit::Program::new(&program.to_string_lossy()).start();
    let mut spans = Spans::since(Instant::now());
    let sleepers: Vec<_> = (0..asleep)
        .map(|_| Visitor::send(server.address(), "/sleep"))
        .collect();
    server.wait_for_log_count("GET /sleep", asleep);
    thread::sleep(Duration::from_millis(200));
    let client = Visitor::send(server.address(), "/").wait()?;
    client.note(&mut spans, "the client", &server);
    note_worker(&mut spans, &server, &client, "runs /");
    for sleeper in sleepers {
        note_worker(&mut spans, &server, &sleeper.wait()?, "runs /sleep");
    }
    Ok(spans.csv(figure))
}

/// Which worker served this client, and from when to when: the log says it.
fn note_worker(spans: &mut Spans, server: &Server, visit: &Visit, what: &str) {
    let asks = format!("{} GET", visit.name);
    let (begin, line) = (server.when(&asks), server.wait_for_log(&asks));
    let end = server.when(&format!("{} 200 OK", visit.name));
    let worker = line.split(':').next().unwrap_or_default();
    spans.span(worker, what, begin, end);
}

fn four_story(csv: &Csv) -> Result<(), String> {
    let asleep = span::all(csv, "worker", "runs /sleep")?;
    let reply = span::one(csv, "the client", "first byte")?;
    let asked = span::one(csv, "the client", "not accepted")?;
    let run = span::one(csv, "worker", "runs /")?;
    expect(span::most_at_once(&asleep) == 4, "four /sleep run at once")?;
    expect(asked.to < 1000.0, "the fifth client is accepted at once")?;
    expect(
        asleep
            .iter()
            .any(|span| span.row == run.row && span.to <= run.from),
        "the reply to / is made by a worker whose /sleep is over",
    )?;
    expect(reply.from >= 5000.0, "the fifth client waits until then")
}

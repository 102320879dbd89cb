//! Step 05: `/` behind four `/sleep`.

use std::thread;
use std::time::{Duration, Instant};

use kit::Server;

use super::client::{Visit, send, wait};
use super::csv::Csv;
use super::look::{Kind, Look};
use super::span::{self, Spans};
use super::timeline::{self, Scene};
use super::{Figure, told};

pub const FIGURE: Figure = Figure {
    name: SCENE.name,
    measure,
    draw: |csv| timeline::draw(&SCENE, csv),
    story,
};

const ASLEEP: usize = 4;

const SCENE: Scene = Scene {
    name: "pool-of-four",
    title: "Time line of a recorded run of step 05: all four workers sleep, and a fifth client that \
            asks for / waits until the first of them is free",
    rows: &[
        ("the client", "/"),
        ("worker-1", ""),
        ("worker-2", ""),
        ("worker-3", ""),
        ("worker-4", ""),
    ],
    kinds: &[
        Kind::new("waits", Look::Wait, "is accepted, and waits in the queue"),
        Kind::new("runs /sleep", Look::Worker, ""),
        Kind::new(
            "runs /",
            Look::Bar("fig-accent-fill"),
            "a worker runs /: a moment only",
        ),
        Kind::new("first byte", Look::Dot, "the first byte of the reply to /"),
    ],
    seconds: 5.5,
};

fn measure() -> Result<String, String> {
    let program = kit::build_program("step-05-threadpool", &[])?;
    let server = kit::Program::new(&program.to_string_lossy()).start();
    let mut spans = Spans::since(Instant::now());
    let sleepers: Vec<_> = (0..ASLEEP)
        .map(|_| send(server.address(), "/sleep"))
        .collect();
    server.wait_for_log_count("GET /sleep", ASLEEP);
    thread::sleep(Duration::from_millis(200));
    let client = wait(send(server.address(), "/"))?;
    client.note(&mut spans, "the client", &server);
    note_worker(&mut spans, &server, &client, "runs /");
    for sleeper in sleepers {
        note_worker(&mut spans, &server, &wait(sleeper)?, "runs /sleep");
    }
    Ok(spans.table())
}

/// Which worker served this client, and from when to when: the log says it.
fn note_worker(spans: &mut Spans, server: &Server, visit: &Visit, what: &str) {
    let asks = format!("{} GET", visit.name);
    let (begin, line) = (server.when(&asks), server.wait_for_log(&asks));
    let end = server.when(&format!("{} 200 OK", visit.name));
    let worker = line.split(':').next().unwrap_or_default();
    spans.span(worker, what, begin, end);
}

fn story(csv: &Csv) -> Result<(), String> {
    let asleep = span::all(csv, "worker", "runs /sleep")?;
    let reply = span::one(csv, "the client", "first byte")?;
    let asked = span::one(csv, "the client", "not accepted")?;
    let run = span::one(csv, "worker", "runs /")?;
    let mut same = asleep.iter().filter(|span| span.row == run.row);
    let is_over = same.any(|span| span.to <= run.from);
    told! {
        "four /sleep run at once": span::most_at_once(&asleep) == ASLEEP;
        "the fifth client is accepted at once": asked.to < 1000.0;
        "the reply to / is made by a worker whose /sleep is over": is_over;
        "the fifth client waits until then": reply.from >= 5000.0;
    }
}

//! Step 06: Ctrl-C while four clients wait for `/sleep` and a fifth in the queue.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, PATIENCE, Server, Signal};

use super::client::{Visit, send, wait};
use super::csv::Csv;
use super::look::{Kind, Look};
use super::span::{self, Spans};
use super::timeline::{self, Scene};
use super::{Figure, first_wrong, told};

pub const FIGURE: Figure = Figure {
    name: SCENE.name,
    measure,
    draw: |csv| timeline::draw(&SCENE, csv),
    story,
};

const SCENE: Scene = Scene {
    name: "stop",
    title: "Time line of a recorded run of step 06: after Ctrl-C the four clients that are being \
            served and the one in the queue get their replies, a newcomer is refused, and then the \
            server has stopped",
    rows: &[
        ("client A", "/sleep"),
        ("client B", "/sleep"),
        ("client C", "/sleep"),
        ("client D", "/sleep"),
        ("client E", "/"),
        ("client F", "/"),
        ("the server", ""),
    ],
    kinds: &[
        Kind::new("served", Look::Bar("fig-fill"), "a worker serves it"),
        Kind::new("waits", Look::Wait, "is accepted, and waits in the queue"),
        Kind::new("first byte", Look::Dot, "the first byte of the reply"),
        Kind::new("refused", Look::Cross, "connection refused"),
        Kind::new("accepts", Look::Bar("fig-ok-fill"), ""),
        Kind::new("stopping", Look::Bar("fig-accent-fill"), ""),
    ],
    seconds: 3.0,
};

fn pause(millis: u64) {
    thread::sleep(Duration::from_millis(millis));
}

fn measure() -> Result<String, String> {
    let program = kit::build_program("step-06-graceful-shutdown", &[])?;
    let program = kit::Program::new(&program.to_string_lossy());
    let mut server = program.variable("SLEEP_MS", 2000).start();
    let address = server.address();
    let zero = Instant::now();
    let mut spans = Spans::since(zero);
    let mut visitors = Vec::new();
    for (count, client) in (1..).zip(["client A", "client B", "client C", "client D"]) {
        visitors.push((client, send(address, "/sleep")));
        server.wait_for_log_count("GET /sleep", count);
        pause(150);
    }
    visitors.push(("client E", send(address, "/")));
    pause(200);
    spans.moment("all", "Ctrl-C", Instant::now());
    server.signal(Signal::Interrupt);
    pause(300);
    first_wrong(&[(Client::is_refused(address), "a newcomer is refused")])?;
    spans.moment("client F", "refused", Instant::now());
    for (client, visitor) in visitors {
        note(&mut spans, &server, client, &wait(visitor)?);
    }
    let code = server.wait_for_exit(PATIENCE);
    first_wrong(&[(code == Some(0), "the server ends with exit code 0")])?;
    let (stopping, stopped) = (server.when("Stopping"), server.when("Stopped"));
    spans.moment("all", "Stopped", stopped);
    spans.span("the server", "accepts", zero, stopping);
    spans.span("the server", "stopping", stopping, stopped);
    Ok(spans.table())
}

fn note(spans: &mut Spans, server: &Server, client: &str, visit: &Visit) {
    // The log gathers its lines for some milliseconds, so this is late by as much.
    let taken = server.when(&format!("{} GET", visit.name));
    let taken = taken.clamp(visit.sent, visit.first_byte);
    spans.span(client, "waits", visit.sent, taken);
    spans.span(client, "served", taken, visit.first_byte);
    spans.moment(client, "first byte", visit.first_byte);
}

fn story(csv: &Csv) -> Result<(), String> {
    let signal = span::one(csv, "all", "Ctrl-C")?.from;
    let stopped = span::one(csv, "all", "Stopped")?.from;
    let replies = span::all(csv, "client", "first byte")?;
    let all_after = replies.iter().all(|reply| reply.from > signal);
    let first = replies.iter().filter(|reply| reply.row != "client E");
    let first = first.map(|reply| reply.from).fold(f64::MAX, f64::min);
    let last = replies.iter().map(|reply| reply.from).fold(0.0, f64::max);
    let queued = span::one(csv, "client E", "waits")?;
    let is_queued = queued.from < signal && queued.to > signal;
    let is_next = (queued.to - first).abs() < 200.0;
    let refused = span::one(csv, "client F", "refused")?.from;
    let is_refused = signal < refused && refused < first;
    let is_soon = (-20.0..500.0).contains(&(stopped - last));
    told! {
        "five replies arrive, all of them after Ctrl-C": replies.len() == 5 && all_after;
        "client E is in the queue at Ctrl-C, until a worker is free": is_queued && is_next;
        "client F is refused, while the others still wait for their replies": is_refused;
        "the server stops within half a second after the last reply": is_soon;
    }
}

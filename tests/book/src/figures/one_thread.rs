//! Step 04: `/` behind `/sleep`, on one thread.

use std::thread;
use std::time::{Duration, Instant};

use super::client::{send, wait};
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

const SCENE: Scene = Scene {
    name: "one-thread",
    title: "Time line of a recorded run of step 04: client B asks for / while the one thread sleeps \
            for client A, and both replies come after five seconds",
    rows: &[
        ("client A", "/sleep"),
        ("client B", "/"),
        ("the thread", ""),
    ],
    kinds: &[
        Kind::new(
            "not accepted",
            Look::Hatch,
            "has asked, and is not even accepted yet",
        ),
        Kind::new("waits", Look::Wait, "is accepted, and waits for the reply"),
        Kind::new("serves A", Look::Bar("fig-fill"), ""),
        Kind::new(
            "serves B",
            Look::Bar("fig-accent-fill"),
            "the thread serves B: a moment, at the end",
        ),
        Kind::new("first byte", Look::Dot, "the first byte of the reply"),
    ],
    seconds: 5.5,
};

fn measure() -> Result<String, String> {
    let program = kit::build_program("step-04-slow-route", &[])?;
    let server = kit::Program::new(&program.to_string_lossy()).start();
    let mut spans = Spans::since(Instant::now());
    let sleeper = send(server.address(), "/sleep");
    thread::sleep(Duration::from_millis(200));
    let other = send(server.address(), "/");
    for (visitor, client) in [(sleeper, "A"), (other, "B")] {
        let visit = wait(visitor)?;
        visit.note(&mut spans, &format!("client {client}"), &server);
        let begin = server.when(&format!("{} connected", visit.name));
        let end = server.when(&format!("{} 200 OK", visit.name));
        spans.span("the thread", &format!("serves {client}"), begin, end);
    }
    Ok(spans.table())
}

fn story(csv: &Csv) -> Result<(), String> {
    let a = span::one(csv, "client A", "first byte")?;
    let b = span::one(csv, "client B", "first byte")?;
    let outside = span::one(csv, "client B", "not accepted")?;
    let served = span::one(csv, "the thread", "serves A")?;
    let next = span::one(csv, "the thread", "serves B")?;
    // The clients are two threads, and may see two bytes of the same millisecond in either order.
    let is_next = next.from >= served.to && b.from > a.from - 20.0;
    let is_outside = outside.from < 1000.0 && outside.to >= served.to - 100.0;
    told! {
        "the reply to /sleep takes five seconds": a.from >= 5000.0;
        "the reply to / comes after the reply to /sleep": is_next;
        "client B asks within the first second, and is not accepted until the thread is done with A":
            is_outside;
        "client B has its reply within half a second then": b.from - outside.to < 500.0;
    }
}

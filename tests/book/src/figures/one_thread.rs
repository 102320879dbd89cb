//! Step 04: `/` behind `/sleep`, on one thread.

use std::thread;
use std::time::{Duration, Instant};

use super::client::Visitor;
use super::csv::Csv;
use super::look::{Kind, Look};
use super::span::{self, Spans};
use super::timeline::{self, Scene};
use super::{Figure, expect, no_tables};

pub const FIGURE: Figure = Figure {
    name: SCENE.name,
    measure,
    draw: |csv| timeline::draw(&SCENE, csv),
    tables: no_tables,
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
        Kind {
            what: "not accepted",
            look: Look::Hatch,
            legend: "has asked, and is not even accepted yet",
        },
        Kind {
            what: "waits",
            look: Look::Wait,
            legend: "is accepted, and waits for the reply",
        },
        Kind {
            what: "serves A",
            look: Look::Bar("fig-fill"),
            legend: "",
        },
        Kind {
            what: "serves B",
            look: Look::Bar("fig-accent-fill"),
            legend: "the thread serves B: a moment, at the end",
        },
        Kind {
            what: "first byte",
            look: Look::Dot,
            legend: "the first byte of the reply",
        },
    ],
    seconds: 5.5,
};

fn measure() -> Result<Csv, String> {
    let program = kit::build_program("step-04-slow-route", &[])?;
    let server = kit::Program::new(&program.to_string_lossy()).start();
    let mut spans = Spans::since(Instant::now());
    let sleeper = Visitor::send(server.address(), "/sleep");
    thread::sleep(Duration::from_millis(200));
    let other = Visitor::send(server.address(), "/");
    for (visitor, client) in [(sleeper, "A"), (other, "B")] {
        let visit = visitor.wait()?;
        visit.note(&mut spans, &format!("client {client}"), &server);
        let begin = server.when(&format!("{} connected", visit.name));
        let end = server.when(&format!("{} 200 OK", visit.name));
        spans.span("the thread", &format!("serves {client}"), begin, end);
    }
    Ok(spans.csv(SCENE.name))
}

fn story(csv: &Csv) -> Result<(), String> {
    let [a, b] = ["client A", "client B"].map(|client| span::one(csv, client, "first byte"));
    let (a, b) = (a?, b?);
    expect(a.from >= 5000.0, "the reply to /sleep takes five seconds")?;
    let outside = span::one(csv, "client B", "not accepted")?;
    let served = span::one(csv, "the thread", "serves A")?;
    let next = span::one(csv, "the thread", "serves B")?;
    // The clients are two threads, and may see two bytes of the same millisecond in either order.
    expect(
        next.from >= served.to && b.from > a.from - 20.0,
        "the reply to / comes after the reply to /sleep",
    )?;
    expect(
        outside.from < 1000.0 && outside.to >= served.to - 100.0,
        "client B asks within the first second, and is not accepted until the thread is done with A",
    )?;
    expect(
        b.from - outside.to < 500.0,
        "client B has its reply within half a second then",
    )
}

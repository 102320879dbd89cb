//! What a learner's code prints in the one order of its threads that is told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use scratch::{FILE, Scratch};

const ROOT: &str = "steps/05-threadpool/exercises/checks/ex05b.rs";
const CHECKS: &str = "steps/05-threadpool/exercises/checks/ex05b_checks.rs";

/// Adds in two steps, and says what it finds at the first.
const RACE: &str = r#"use std::sync::atomic::{AtomicU32, Ordering};

pub fn add(number: &AtomicU32) {
    let found = number.load(Ordering::SeqCst);
    println!("found {found}");
    number.store(found + 1, Ordering::SeqCst);
}
"#;

/// As `RACE`, and keeps a count from one order to the next: each order has a process of its own then.
const COUNTS: &str = r#"use std::sync::atomic::{AtomicU32, Ordering};

static ADDED: AtomicU32 = AtomicU32::new(0);

pub fn add(number: &AtomicU32) {
    let found = number.load(Ordering::SeqCst);
    println!("found {found}");
    number.store(found + 1, Ordering::SeqCst);
    ADDED.fetch_add(1, Ordering::SeqCst);
}
"#;

const RACE_ROOT: &str = r#"extern crate orders as std;

#[path = "../ex05b.rs"]
mod exercise;

#[path = "ex05b_checks.rs"]
mod checks;

trial::checks! {
    nothing_is_lost: "none",
    and_then_it_fails: "none",
}
"#;

const RACE_CHECKS: &str = r#"use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use trial::{Outcome, equal, in_every_order};

use super::exercise::add;

pub fn nothing_is_lost() -> Outcome {
    println!("before all orders");
    in_every_order("stuck", || {
        let number = AtomicU32::new(0);
        add(&number);
        Ok(())
    })?;
    println!("between two of them");
    in_every_order("stuck", || {
        let number = AtomicU32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| add(&number));
            add(&number);
        });
        equal("two add one", number.load(Ordering::SeqCst), 2, "look at `add`")
    })
}

pub fn and_then_it_fails() -> Outcome {
    in_every_order("stuck", || {
        add(&AtomicU32::new(0));
        Ok(())
    })?;
    println!("after all orders");
    Err("always".to_string())
}
"#;

fn printed(said: &str) -> Vec<&str> {
    let (_, below) = said.split_once("The last that it printed:").unwrap();
    let lines = below.lines();
    lines
        .filter_map(|line| line.trim().strip_prefix("| "))
        .collect()
}

#[test]
fn only_the_order_that_is_told_shows_what_it_printed() {
    let scratch = Scratch::new();
    scratch.write(ROOT, RACE_ROOT);
    scratch.write(CHECKS, RACE_CHECKS);
    for text in [RACE, COUNTS] {
        scratch.write(FILE, text);
        let said = scratch.run(&["check", "05b"]);
        said.shows(&["failed  nothing is lost", "two add one", "This order again"]);
        said.shows(&[
            "failed  and then it fails",
            "always",
            "last that it printed",
        ]);
        let expected = ["found 0", "found 0", "after all orders"];
        assert_eq!(printed(&said.out), expected, "{}", said.out);
    }
    scratch.write(FILE, &RACE.replace("store(found + 1, ", "fetch_add(1, "));
    let said = scratch.run(&["check", "05b"]);
    said.shows(&["passed  nothing is lost"]);
    let said = scratch.plain(&["--nocapture"]);
    for line in [
        "before all orders",
        "between two of them",
        "found 0",
        "found 1",
    ] {
        let line = format!("nothing_is_lost | {line}");
        assert!(said.contains(&line), "no {line:?}:\n{said}");
    }
}

#[test]
fn what_a_panic_says_is_no_verdict() {
    let scratch = Scratch::new();
    scratch.write(ROOT, RACE_ROOT);
    scratch.write(CHECKS, RACE_CHECKS);
    let uses = "use std::sync::atomic::AtomicU32;";
    let text = format!(
        "{uses}\npub fn add(_: &AtomicU32) {{ {} }}\n",
        scratch::lies::LIE
    );
    scratch.write(FILE, &text);
    scratch::lies::is_told_as_none(&scratch.plain(&["--test-threads=1"]));
}

//! The process that runs one check.
//!
//! Its verdict goes into a file that the parent named, and it counts only with one of the two words
//! that the parent has sent through standard input: one to pass, one to fail. So whoever reads in
//! the file that a check has failed does not know how to say that it has passed. What the learner's
//! code prints is no verdict; it is shown below one that has failed.

use std::fs;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{env, process};

use crate::{Check, LIMIT};

/// Names the file for the verdict. Whoever has it is a child.
pub const VERDICT: &str = "TRIAL_VERDICT";

/// How long the parent waits for the whole process, in milliseconds.
pub const LIMIT_MS: &str = "TRIAL_LIMIT_MS";

/// How the sentence about a `todo!` begins.
pub const TO_DO: &str = "Still to do: ";

static NOTES: Mutex<Vec<String>> = Mutex::new(Vec::new());

static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

pub fn is_one() -> bool {
    env::var_os(VERDICT).is_some()
}

/// Runs the check, writes the verdict, and ends the process.
pub fn run(check: &Check) -> ! {
    let mut words = String::new();
    let _ = io::stdin().read_line(&mut words);
    let (pass, fail) = words.trim().split_once(' ').unwrap_or_default();
    panic::set_hook(Box::new(|panic| {
        let text = panic.to_string();
        let (place, message) = text.split_once('\n').unwrap_or(("", &text));
        let place = place
            .trim_start_matches("panicked at ")
            .trim_end_matches(':');
        // The path of a learner's file, as the compiler knows it, goes by way of the checks.
        let place = place.replace("checks/../", "");
        *lock(&LAST_PANIC) = match message.strip_prefix("not yet implemented: ") {
            Some(task) => format!("{TO_DO}{task}\n  at {place}"),
            // Its lines are no lines of ours.
            None => format!(
                "It panicked: {}\n  at {place}",
                message.replace('\n', "\n  ")
            ),
        };
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(check.run));
    let (word, why) = match outcome {
        Ok(Ok(())) => (pass, lock(&NOTES).join("\n")),
        Ok(Err(why)) => (fail, why),
        Err(_) => (fail, last_panic()),
    };
    let path = env::var_os(VERDICT).unwrap_or_default();
    let written = fs::write(path, format!("{word}\n{why}"));
    process::exit(if written.is_ok() { 0 } else { 1 });
}

/// The name of the check that this process runs: it is among its arguments, behind or before `--exact`.
pub fn name() -> String {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let exact = arguments.iter().position(|argument| argument == "--exact");
    let named = exact.and_then(|at| arguments.get(at + 1));
    let named = named.filter(|name| !name.starts_with("--"));
    named.or(arguments.first()).cloned().unwrap_or_default()
}

/// Tells the parent that the check goes on, however slow the machine is. Ten times a second are enough.
pub fn beat() {
    static LAST: Mutex<Option<Instant>> = Mutex::new(None);
    let mut last = lock(&LAST);
    if last.is_some_and(|last| last.elapsed() < Duration::from_millis(100)) {
        return;
    }
    *last = Some(Instant::now());
    static BEATS: AtomicU64 = AtomicU64::new(0);
    let beats = BEATS.fetch_add(1, Ordering::Relaxed);
    let file = env::var_os(VERDICT).map(PathBuf::from).unwrap_or_default();
    // Where each order has a process of its own, each counts from the start.
    let beat = format!("{}-{beats}", process::id());
    let _ = fs::write(beats_of(&file), beat);
}

/// Where the beats of a check are, beside its verdict.
pub fn beats_of(verdict: &Path) -> PathBuf {
    verdict.with_extension("beats")
}

/// Remembers what is to be said of a check that passes.
pub fn note(text: String) {
    lock(&NOTES).push(text);
}

/// What the last panic said, and where.
pub fn last_panic() -> String {
    lock(&LAST_PANIC).clone()
}

/// A panic leaves nothing half done in what is locked here.
pub fn lock<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a check may wait at most, so that its sentence comes before the parent's patience ends.
pub fn patience() -> Duration {
    limit() * 2 / 3
}

pub fn limit() -> Duration {
    let limit = env::var(LIMIT_MS).ok().and_then(|text| text.parse().ok());
    limit.map_or(LIMIT, Duration::from_millis)
}

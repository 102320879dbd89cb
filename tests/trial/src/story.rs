//! What is said of an order that fails.

use std::env;

use orders::{Failure, Kind};

use crate::{TO_DO, child};

/// How the panic of a scenario begins whose promise is broken.
pub const BROKEN: &str = "not as promised: ";

/// What is still to do, if a thread has come upon a `todo!`, or a check has caught its panic.
fn to_do(failure: &Failure) -> Option<String> {
    let last = orders::last_panic();
    let said = failure.ends.iter().chain([&failure.sentence]).chain(&last);
    let mut parts = said.filter_map(|said| said.split_once("not yet implemented: "));
    let (_, task) = parts.next()?;
    let task = task.split(['"', '\n']).next().unwrap_or(task);
    let (task, place) = task.rsplit_once(" (").unwrap_or((task, ""));
    Some(format!(
        "{TO_DO}{task}\n  at {}",
        place.trim_end_matches(')')
    ))
}

/// What is still to do, or else what is wrong, then the order in which it happens.
pub fn told(stuck: &str, failure: &Failure) -> String {
    to_do(failure).unwrap_or_else(|| story(stuck, failure))
}

fn story(stuck: &str, failure: &Failure) -> String {
    let why = match failure.kind {
        Kind::Panic => match failure.sentence.split_once(BROKEN) {
            // Without the place of the panic, which is in `orders.rs`.
            Some((_, why)) => why
                .rsplit_once(" (orders.rs:")
                .map_or(why, |(why, _)| why)
                .to_string(),
            None => panics(failure),
        },
        Kind::Deadlock | Kind::LostWakeUp | Kind::Livelock | Kind::Leak => {
            format!("{stuck}\n  {}", failure.sentence)
        }
        _ => failure.sentence.clone(),
    };
    let (table, ends) = (&failure.table, below(&ends(failure)));
    let orders = match failure.orders {
        1 => "The first order of the threads that was tried shows it".to_string(),
        count => format!("{count} orders of the threads were tried until one showed it"),
    };
    let schedule = &failure.schedule;
    format!(
        "{why}\n\n{orders}:\n\n{table}\n{ends}\n\nThis order again: ORDERS_REPLAY={schedule} cargo test {}",
        test()
    )
}

/// Where each thread stands in the end. What the check says stands above already.
fn ends(failure: &Failure) -> Vec<String> {
    let end = |end: &String| match end.split_once(BROKEN) {
        Some((who, _)) => format!("{who}not as promised, as said above"),
        None => end.clone(),
    };
    failure.ends.iter().map(end).collect()
}

/// How cargo is told to run this test: the file's name without the number that cargo gave it.
fn test() -> String {
    let program = env::current_exe().unwrap_or_default();
    let file = program.file_stem().unwrap_or_default().to_string_lossy();
    let target = file.split('-').next().unwrap_or_default();
    format!("--test {target} {}", child::name())
}

/// Which threads have panicked. What `thread::scope` says of its own threads' panics says nothing new.
fn panics(failure: &Failure) -> String {
    let mut ends = failure.ends.clone();
    ends.retain(|end| end.contains(" has ended with a panic") && !end.contains("a scoped thread"));
    if ends.is_empty() {
        ends.push(failure.sentence.clone());
    }
    below(&ends)
}

/// One below the other. What a panic says may have several lines, and none of them is a line of ours.
fn below(ends: &[String]) -> String {
    let inner = ends.iter().map(|end| end.replace('\n', "\n  "));
    inner.collect::<Vec<_>>().join("\n")
}

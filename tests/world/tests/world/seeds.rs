//! The finished server in a few hundred simulated worlds.

use crate::runs::{SEEDS, first_broken, run};
use crate::servers;

#[test]
fn every_promise_is_kept() {
    let server = servers::right().unwrap_or_else(|problem| panic!("{problem}"));
    if let Some(run) = first_broken(&server, 1..SEEDS + 1, |_| {}) {
        panic!("{}", run.report(""));
    }
}

/// The whole history: each step of each thread, in its order, at its time.
#[test]
fn a_seed_repeats_exactly_and_another_is_another_world() {
    let server = servers::right().unwrap_or_else(|problem| panic!("{problem}"));
    let mut ends = Vec::new();
    for seed in 1..=10 {
        let (once, again) = (run(&server, seed, true).text, run(&server, seed, true).text);
        let lines = once.lines().zip(again.lines());
        let other = lines.enumerate().find(|(_, (line, same))| line != same);
        assert_eq!(other, None, "the first line of seed {seed} that differs");
        assert_eq!(once, again, "seed {seed}");
        ends.extend(once.lines().next().map(str::to_string));
    }
    ends.sort();
    ends.dedup();
    assert_eq!(ends.len(), 10, "different worlds of 10 seeds");
}

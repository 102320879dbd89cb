//! Runs of seeds: a process each, as many at a time as there are processors.

use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

/// How many worlds `cargo test` looks at.
pub const SEEDS: u64 = 400;

/// So many lines of a story end a report.
const LINES: usize = 60;

/// What the library of the world says when every promise was kept.
const KEPT: &str = "kept: ";

pub struct Run {
    pub seed: u64,
    /// The sentence, where each thread stood, and the story if it was asked for.
    pub text: String,
}

impl Run {
    pub fn is_kept(&self) -> bool {
        self.text.starts_with(KEPT)
    }

    /// The sentence, where all stand, the last lines of the story, and how to see all of it.
    pub fn report(&self, arguments: &str) -> String {
        let is_event = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let (events, mut said): (Vec<&str>, Vec<&str>) = self.text.lines().partition(is_event);
        let left_out = events.len().saturating_sub(LINES);
        let begins = format!("The story begins with {left_out} lines that are left out here.");
        said.push(&begins);
        said.extend(&events[left_out..]);
        let (seed, said) = (self.seed, said.join("\n"));
        let all = format!("All of it: cargo run -q -p world -- --seed {seed}{arguments}");
        format!("seed {seed}, {said}\n{all}")
    }
}

/// One seed. `tell`: with its story.
pub fn run(server: &Path, seed: u64, tell: bool) -> Run {
    let mut command = Command::new(server);
    command.env("WORLD_SEED", seed.to_string());
    if tell {
        command.env("WORLD_STORY", "1");
    }
    let text = match command.stdin(Stdio::null()).output() {
        Err(error) => format!("broken: the server does not start: {error}"),
        Ok(output) if !output.stderr.is_empty() => {
            let wrong = String::from_utf8_lossy(&output.stderr);
            format!("broken: it wrote past the world, on standard error: {wrong}")
        }
        Ok(output) if output.stdout.is_empty() => {
            "broken: the process has ended without a word: did main panic?".to_string()
        }
        Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
    };
    Run { seed, text }
}

/// The first seed that breaks a promise, with its story. `each` is told how many are done.
pub fn first_broken(server: &Path, seeds: Range<u64>, each: impl Fn(u64) + Sync) -> Option<Run> {
    let next = AtomicU64::new(seeds.start);
    let broken = AtomicU64::new(seeds.end);
    let work = || {
        loop {
            let seed = next.fetch_add(1, SeqCst);
            if seed >= broken.load(SeqCst) {
                return;
            }
            if !run(server, seed, false).is_kept() {
                broken.fetch_min(seed, SeqCst);
            }
            each(seed - seeds.start + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let seed = broken.into_inner();
    (seed < seeds.end).then(|| run(server, seed, true))
}

//! Runs of seeds: a process each, as many at a time as there are processors.

use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{io::Read, thread};

/// A run takes some milliseconds. One that takes so long does not come to its end.
const LIMIT: Duration = Duration::from_secs(300);

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
        let lines = || self.text.lines();
        let is_event = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let events = lines().filter(is_event).count();
        let left_out = events.saturating_sub(LINES);
        let mut text = format!("seed {}, ", self.seed);
        for line in lines().filter(|line| !is_event(line)) {
            text = text + line + "\n";
        }
        text += &format!("The story begins with {left_out} lines that are left out here.\n");
        for line in lines().filter(is_event).skip(left_out) {
            text = text + line + "\n";
        }
        let seed = self.seed;
        text + &format!("All of it: cargo run -q -p world -- --seed {seed}{arguments}")
    }
}

/// One seed. `tell`: with its story.
pub fn run(server: &Path, seed: u64, tell: bool) -> Run {
    let mut command = Command::new(server);
    command
        .env("WORLD_SEED", seed.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command.stderr(Stdio::piped());
    if tell {
        command.env("WORLD_STORY", "1");
    }
    let text = match command.spawn() {
        Ok(child) => said(child).unwrap_or(format!("broken: it did not end within {LIMIT:?}")),
        Err(error) => format!("broken: the server does not start: {error}"),
    };
    let text = match text.is_empty() {
        true => "broken: the process has ended without a word: did main panic?".to_string(),
        false => text,
    };
    Run { seed, text }
}

/// What the process has said at its end; `None` if that does not come.
fn said(mut child: Child) -> Option<String> {
    let (sender, text) = mpsc::channel();
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    let reader = thread::spawn(move || {
        let (mut said, mut wrong) = (String::new(), String::new());
        let _ = output.map(|mut output| output.read_to_string(&mut said));
        let _ = errors.map(|mut errors| errors.read_to_string(&mut wrong));
        let _ = sender.send(match wrong.is_empty() {
            true => said,
            false => format!("broken: it wrote past the world, on standard error: {wrong}"),
        });
    });
    let text = text.recv_timeout(LIMIT);
    let _ = child.kill();
    let _ = (child.wait(), reader.join());
    text.ok()
}

/// The first seed that breaks a promise, with its story. `each` is told how many are done.
pub fn first_broken(server: &Path, seeds: Range<u64>, each: impl Fn(u64) + Sync) -> Option<Run> {
    let next = AtomicU64::new(seeds.start);
    let end = AtomicU64::new(seeds.end);
    let found = Mutex::new(None::<u64>);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, SeqCst);
                    if seed >= end.load(SeqCst) {
                        return;
                    }
                    if !run(server, seed, false).is_kept() {
                        end.fetch_min(seed, SeqCst);
                        let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                        *found = Some(found.map_or(seed, |other| other.min(seed)));
                    }
                    each(seed - seeds.start + 1);
                }
            });
        }
    });
    let seed = found.into_inner().unwrap_or_else(PoisonError::into_inner)?;
    Some(run(server, seed, true))
}

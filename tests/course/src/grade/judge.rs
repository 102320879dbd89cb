//! Runs the checks of one exercise on one file, each in a process of its own.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use trial::Outcome;

use super::build::{Program, build};
use super::limits::{Limits, limited};
use super::process;
use super::scratch::{Scratch, no_room};
use super::trusted::{Named, Trusted};

#[derive(Clone)]
pub struct Verdict {
    /// In the order of the exercise's checks; or else why there is no program.
    pub outcome: Result<Vec<Outcome>, String>,
    /// What it is compiled from, beside the learner's file and the checks.
    pub reads: Vec<String>,
}

impl Verdict {
    pub fn passed(&self) -> usize {
        let checks = self.outcome.iter().flatten();
        checks.filter(|check| check.is_ok()).count()
    }

    pub fn summary(&self) -> String {
        match &self.outcome {
            Ok(checks) => format!("{} of {}", self.passed(), checks.len()),
            Err(_) => "does not compile".to_string(),
        }
    }
}

/// The program of one file, or else why there is none.
pub type Built = Result<Program, String>;

/// # Errors
/// Our own files cannot be written.
pub fn compile(
    scratch: &Scratch,
    exercise: &Trusted,
    text: &[u8],
    limit: Duration,
) -> Result<Built, String> {
    let laid = scratch.lay(exercise, text);
    laid.map_err(|error| no_room(&scratch.tree, &error))?;
    Ok(build(scratch, exercise, limit))
}

/// Runs the checks, unless there is no program.
pub fn judge(scratch: &Scratch, exercise: &Trusted, built: Built, limit: Duration) -> Verdict {
    let mut reads = Vec::new();
    let outcome = built.map(|program| {
        reads = program.reads;
        run_all(scratch, &program.path, &exercise.checks, limit)
    });
    Verdict { outcome, reads }
}

/// Most of them wait: so they do it at the same time.
fn run_all(scratch: &Scratch, program: &Path, checks: &[Named], limit: Duration) -> Vec<Outcome> {
    thread::scope(|scope| {
        let threads = checks
            .iter()
            .map(|check| scope.spawn(|| run(scratch, program, &check.name, limit)));
        let threads: Vec<_> = threads.collect();
        let outcomes = threads.into_iter().map(|thread| {
            let outcome = thread.join();
            outcome.unwrap_or_else(|_| Err("The check could not be run.".to_string()))
        });
        outcomes.collect()
    })
}

/// In an empty folder.
fn run(scratch: &Scratch, program: &Path, name: &str, limit: Duration) -> Outcome {
    let cell = scratch.cells.join(name);
    fs::create_dir_all(&cell).map_err(|error| format!("The check has no folder: {error}"))?;
    let outcome = trial::run_in(
        command(program, &cell, limit),
        name,
        limit,
        &scratch.verdicts,
        &|child| process::end(child.id(), &cell),
    );
    let _ = fs::remove_dir_all(&cell);
    outcome.map_err(|why| why.replace("checks/../", ""))
}

fn command(program: &Path, cell: &Path, limit: Duration) -> Command {
    let limits = Limits {
        mebibytes_of_memory: 1024,
        processor_seconds: limit.as_secs() * 8 + 1,
        mebibytes: 64,
        threads: 512,
    };
    let mut command = limited(program, &limits);
    if cfg!(unix) {
        // Whatever else is in our environment is none of its business.
        command.env_clear();
        command.envs(env::var_os("PATH").map(|path| ("PATH", path)));
    }
    command
        .current_dir(cell)
        .env("HOME", cell)
        .env("TMPDIR", cell)
        // With many processors the allocator reserves more than the limit.
        .env("MALLOC_ARENA_MAX", "4");
    command
}

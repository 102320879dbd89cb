//! Judges all files, some of them at the same time.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use super::escape;
use super::journal::{self, Journal};
use super::judge::{Verdict, compile, judge};
use super::options::Options;
use super::scratch::{Scratch, no_room};
use super::trusted::Trusted;
use super::units::Unit;
use crate::course::Course;

/// How long our own files may take to compile, on any machine.
const FIRST_BUILD: Duration = Duration::from_secs(600);

const ENDED_US: &str = "The grader was gone three times while this was checked. Does it end other \
    processes, or take all memory? `--again` judges it once more.";

pub struct Jobs<'a> {
    pub course: &'a Course,
    pub options: &'a Options,
    pub journal: Mutex<Journal>,
    pub folder: &'a Path,
    pub problem: OnceLock<String>,
}

impl Jobs<'_> {
    /// Until the journal has a verdict for each unit.
    ///
    /// # Errors
    /// The workspace itself is not well, or our own files cannot be written.
    pub fn judge_all(self, units: &[Unit]) -> Result<Journal, String> {
        let (mut alone, mut rest) = (Vec::new(), Vec::new());
        let is_again = self.options.has("--again");
        for unit in units {
            let (exercise, key) = (unit.exercise, &unit.key);
            let mut journal = self.journal();
            for holder in &unit.holders {
                journal.add_holder(&holder.name, &exercise.id, key);
            }
            match (journal.verdict(key), journal.begun(key)) {
                (None, 3..) if !is_again => {
                    let outcome = Ok(vec![Err(ENDED_US.to_string()); exercise.checks.len()]);
                    let reads = Vec::new();
                    journal.add_verdict(key, "", &Verdict { outcome, reads });
                }
                // What may have ended us last time.
                (None, 1..) => alone.push(unit),
                (Some(_), _) if !is_again => {}
                _ => rest.push(unit),
            }
        }
        let left = alone.len() + rest.len();
        let (known, name) = (units.len() - left, journal::NAME);
        eprintln!("{left} files to judge; {known} are known from {name}, and --again judges all");
        self.share(&alone, 1);
        self.share(&rest, self.options.jobs);
        let journal = self.journal.into_inner();
        let journal = journal.unwrap_or_else(PoisonError::into_inner);
        self.problem.into_inner().map_or(Ok(journal), Err)
    }

    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Some threads share a list.
    fn share(&self, list: &[&Unit], jobs: usize) {
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            for job in 0..jobs.min(list.len()) {
                let (next, folder) = (&next, self.folder.join(job.to_string()));
                scope.spawn(move || {
                    if let Err(problem) = self.take_part(list, next, &folder) {
                        next.store(list.len(), Ordering::Relaxed);
                        let _ = self.problem.set(problem);
                    }
                });
            }
        });
    }

    fn take_part(&self, list: &[&Unit], next: &AtomicUsize, folder: &Path) -> Result<(), String> {
        let scratch = Scratch::new(&self.course.root, folder);
        let scratch = &scratch.map_err(|error| no_room(folder, &error))?;
        let (build_limit, limit) = (self.options.build_limit, self.options.limit);
        let mut prepared = HashSet::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(unit) = list.get(at) else {
                return Ok(());
            };
            if prepared.insert(&unit.exercise.step) {
                prepare(scratch, unit.exercise)?;
            }
            let built = compile(scratch, unit.exercise, unit.text, build_limit)?;
            self.journal().add(&["begin", &unit.key]);
            let verdict = judge(scratch, unit.exercise, built, limit);
            self.tell(unit, verdict, &format!("{} of {}", at + 1, list.len()));
        }
    }

    fn tell(&self, unit: &Unit, verdict: Verdict, of: &str) {
        let name = unit.holders.first().map_or("", |one| &one.name);
        let name = escape::line(name);
        let others = match unit.holders.len() {
            0 | 1 => String::new(),
            many => format!(", and {} with the same file", many - 1),
        };
        let (id, summary) = (&unit.exercise.id, verdict.summary());
        eprintln!("{of}  ex{id}  {summary}  {name}{others}");
        self.journal().add_verdict(&unit.key, &name, &verdict);
    }
}

/// The parts that are ours are compiled without a learner's file, and with patience.
fn prepare(scratch: &Scratch, exercise: &Trusted) -> Result<(), String> {
    let built = compile(scratch, exercise, &exercise.starter, FIRST_BUILD)?.map(drop);
    let id = &exercise.id;
    built.map_err(|why| {
        format!("The starter of ex{id} does not compile here; mend that first.\n{why}")
    })
}

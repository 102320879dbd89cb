//! Judges all files, some of them at the same time.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use super::escape;
use super::find::Submission;
use super::judge::{Verdict, compile, judge};
use super::options::Options;
use super::scratch::{Folder, Scratch, no_room};
use super::trusted::Trusted;
use super::units::Unit;
use crate::course::Course;

/// How long our own files may take to compile, on any machine.
const FIRST_BUILD: Duration = Duration::from_secs(600);

/// What is left to do, and what has been done.
struct Work<'a> {
    exercises: &'a [Trusted],
    submissions: &'a [Submission],
    units: &'a [Unit<'a>],
    limits: [Duration; 2],
    next: AtomicUsize,
    done: AtomicUsize,
    verdicts: Vec<OnceLock<Verdict>>,
    problem: OnceLock<String>,
}

/// A verdict for each unit.
///
/// # Errors
/// The workspace itself is not well, or our own files cannot be written.
pub fn judge_all(
    course: &Course,
    exercises: &[Trusted],
    submissions: &[Submission],
    units: &[Unit],
    options: &Options,
) -> Result<Vec<Verdict>, String> {
    let work = Work {
        exercises,
        submissions,
        units,
        limits: [options.build_limit, options.limit],
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        verdicts: units.iter().map(|_| OnceLock::new()).collect(),
        problem: OnceLock::new(),
    };
    let folder = Folder::new(course);
    thread::scope(|scope| {
        for job in 0..options.jobs.min(units.len()) {
            let (work, folder) = (&work, folder.0.join(job.to_string()));
            scope.spawn(move || {
                if let Err(problem) = work.take_part(course, &folder) {
                    work.give_up(problem);
                }
            });
        }
    });
    if let Some(problem) = work.problem.into_inner() {
        return Err(problem);
    }
    let verdicts = work.verdicts.into_iter().map(OnceLock::into_inner);
    let verdicts: Option<Vec<Verdict>> = verdicts.collect();
    verdicts.ok_or_else(|| "Not every file was judged. Try again with --jobs 1.".to_string())
}

impl Work<'_> {
    /// For everybody.
    fn give_up(&self, problem: String) {
        self.next.store(usize::MAX / 2, Ordering::Relaxed);
        let _ = self.problem.set(problem);
    }

    fn take_part(&self, course: &Course, folder: &Path) -> Result<(), String> {
        let scratch =
            &Scratch::new(&course.root, folder).map_err(|error| no_room(folder, &error))?;
        let [build_limit, limit] = self.limits;
        let mut prepared = HashSet::new();
        thread::scope(|scope| {
            let mut checks: Option<ScopedJoinHandle<()>> = None;
            loop {
                let at = self.next.fetch_add(1, Ordering::Relaxed);
                let (Some(unit), Some(place)) = (self.units.get(at), self.verdicts.get(at)) else {
                    return Ok(());
                };
                let Some(exercise) = self.exercises.get(unit.exercise) else {
                    continue;
                };
                if prepared.insert(&exercise.step) {
                    prepare(scratch, exercise)?;
                }
                let built = compile(scratch, exercise, unit.text, build_limit)?;
                // While the checks of one file wait, the next one is compiled.
                if let Some(checks) = checks.take() {
                    let _ = checks.join();
                }
                checks = Some(scope.spawn(move || {
                    let verdict = judge(scratch, exercise, built, limit);
                    self.tell(unit, exercise, &verdict);
                    let _ = place.set(verdict);
                }));
            }
        })
    }

    fn tell(&self, unit: &Unit, exercise: &Trusted, verdict: &Verdict) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let first = unit
            .holders
            .first()
            .and_then(|at| self.submissions.get(*at));
        let name = first.map_or(String::new(), |one| escape::line(&one.name));
        let others = match unit.holders.len() {
            0 | 1 => String::new(),
            many => format!(", and {} with the same file", many - 1),
        };
        eprintln!(
            "{done}/{}  ex{}  {}  {name}{others}",
            self.units.len(),
            exercise.id,
            verdict.summary()
        );
    }
}

/// The parts that are ours are compiled without a learner's file, and with patience.
fn prepare(scratch: &Scratch, exercise: &Trusted) -> Result<(), String> {
    let built = compile(scratch, exercise, &exercise.starter, FIRST_BUILD)?;
    let program = built.map_err(|why| {
        let id = &exercise.id;
        format!("The starter of ex{id} does not compile here; mend that first.\n{why}")
    })?;
    let _ = fs::remove_file(program);
    Ok(())
}

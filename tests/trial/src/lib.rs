//! Runs the checks of an exercise, each in a process of its own.
//!
//! What a learner has typed may panic, wait for ever, loop, print without end or end its process.
//! Each of these becomes a sentence, in bounded time.

mod checks;
mod child;
mod crew;
mod ended;
mod helpers;
mod learner;
mod orders;
mod parent;
mod patience;
mod said;
mod story;

use std::env;
use std::fmt::{self, Debug, Formatter};
use std::time::Duration;

pub use self::orders::{HASTE, Orders, in_every_order, until_all_wait};
pub use checks::Check;
pub use child::{TO_DO, VERDICT};
pub use crew::{Crew, stays};
pub use helpers::{ensure, equal, in_time, soon, still_to_do, within, within_work};
pub use learner::fingerprint;
pub use parent::run_in;
pub use patience::wait;

/// How long one check may take. A right answer needs milliseconds; this is for busy machines.
pub const LIMIT: Duration = Duration::from_secs(10);

/// `Err` holds what was expected, what came instead, and where to look.
pub type Outcome = Result<(), String>;

/// A failed check. Its `Debug` is plain text, because that is what the test harness prints.
pub struct Failure(String);

impl Debug for Failure {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs the check with the name of the test that calls this in a process of its own: the new process runs
/// that test and nothing else. `file` is the exercise, such as `ex05b`, and its text.
///
/// # Errors
/// What went wrong, in sentences.
pub fn run(test: &str, checks: &[Check], file: (&str, &[u8])) -> Result<(), Failure> {
    let check = checks.iter().find(|check| check.name == test);
    let check = check.ok_or_else(|| Failure(format!("There is no check {test}")))?;
    if child::is_one() {
        child::run(check);
    }
    let outcome = learner::is_whole(file.0).and_then(|()| parent::run(test, LIMIT));
    outcome.map_err(|why| Failure(format!("{}\n\n{why}\n", check.name.replace('_', " "))))?;
    learner::passed(checks.len(), file);
    Ok(())
}

/// All that a program does whose checks are compiled with several texts that a learner might have.
/// As the child of a proof it runs the one check of one text that its arguments name: `text/check`.
/// Else it prints the names of the checks.
pub fn pick(texts: &[(&str, &[Check])]) {
    let arguments: Vec<String> = env::args().collect();
    for (text, checks) in texts {
        let is_named = |check: &&Check| arguments.contains(&format!("{text}/{}", check.name));
        if let Some(check) = checks.iter().find(is_named).filter(|_| child::is_one()) {
            child::run(check);
        }
    }
    let checks = texts.first().map_or(&[][..], |(_, checks)| checks);
    checks.iter().for_each(|check| println!("{}", check.name));
}

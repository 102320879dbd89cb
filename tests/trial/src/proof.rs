//! Proves that the checks of an exercise tell right from wrong.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, thread};

use crate::child::{SELECTED, TO_DO, is_one, run};
use crate::{Check, LIMIT, parent};

/// How many processes run side by side. Most of them wait.
const AT_A_TIME: usize = 16;

/// How long a check may take at first that must fail.
const HURRY: Duration = Duration::from_millis(1_200);

/// One text that a learner might have, with what the checks must say to it.
pub struct Case {
    pub variant: &'static str,
    pub checks: &'static [Check],
    pub expected: Expected,
}

#[derive(Clone, Copy)]
pub enum Expected {
    /// The starter: no check passes, and each says what is still to do.
    AllRed,
    /// An answer: every check passes.
    Green,
    /// A wrong answer: this check fails, and says these words; every other check passes.
    Red(&'static str, &'static str),
}

pub fn is_child() -> bool {
    is_one()
}

/// In a process that [`prove`] has started: runs the one check that it is for.
pub fn run_child(cases: &[Case]) {
    let selected = env::var(SELECTED).unwrap_or_default();
    for case in cases {
        for check in case.checks {
            if selected == format!("{}/{}", case.variant, check.name) {
                run(check);
            }
        }
    }
}

/// Runs every check of every case.
///
/// # Panics
/// With a sentence for each check that does not say what it must, and if there are fewer than three
/// wrong answers, or no starter, or no answer.
pub fn prove(cases: &[Case]) {
    let mut problems = incomplete(cases);
    let pairs = cases
        .iter()
        .flat_map(|case| case.checks.iter().map(move |check| (case, check)));
    let pairs: Vec<(&Case, &Check)> = pairs.collect();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                while let Some((case, check)) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(problem) = problem(case, check) {
                        found.lock().expect("nobody panics here").push(problem);
                    }
                }
            });
        }
    });
    problems.extend(found.into_inner().expect("nobody panics here"));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn incomplete(cases: &[Case]) -> Vec<String> {
    let count = |wanted: fn(&Expected) -> bool| {
        let expected = cases.iter().map(|case| &case.expected);
        expected.filter(|expected| wanted(expected)).count()
    };
    let mut problems = Vec::new();
    if count(|expected| matches!(expected, Expected::AllRed)) != 1 {
        problems.push("there must be one starter".to_string());
    }
    if count(|expected| matches!(expected, Expected::Green)) == 0 {
        problems.push("there must be an answer".to_string());
    }
    if count(|expected| matches!(expected, Expected::Red(..))) < 3 {
        problems.push("there must be three wrong answers or more".to_string());
    }
    for case in cases {
        let Expected::Red(name, _) = case.expected else {
            continue;
        };
        if !case.checks.iter().any(|check| check.name == name) {
            problems.push(format!("{}: there is no check {name}", case.variant));
        }
    }
    problems
}

fn problem(case: &Case, check: &Check) -> Option<String> {
    // A wrong answer may fail by waiting in vain, and need not do so for long. If it says something
    // else then, it was the hurry, or it really does. A starter has nothing to wait for.
    let must_fail = matches!(case.expected, Expected::Red(name, _) if name == check.name);
    let hurried = must_fail.then(|| problem_within(HURRY, case, check));
    match hurried {
        Some(None) => None,
        _ => problem_within(LIMIT, case, check),
    }
}

fn problem_within(limit: Duration, case: &Case, check: &Check) -> Option<String> {
    let at = format!("{}/{}", case.variant, check.name);
    let outcome = parent::run("child", &at, limit);
    match (case.expected, outcome) {
        (Expected::AllRed, Err(why)) if why.contains(TO_DO) => None,
        (Expected::Green, Ok(())) => None,
        (Expected::Red(name, words), Err(why)) if name == check.name => {
            let is_named = why.contains(words);
            (!is_named).then(|| format!("{at} does not say {words:?}, but:\n{why}"))
        }
        (Expected::Red(name, _), Ok(())) if name != check.name => None,
        (_, Ok(())) => Some(format!("{at} passes, and must not")),
        (_, Err(why)) => Some(format!("{at} must pass, and says:\n{why}")),
    }
}

//! Runs each check on each variant, and compares what it says with what it must say.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use trial::{LIMIT, Outcome, TO_DO};

use crate::places::CHECKS;
use crate::program::build;
use crate::variants::{Expected, Variant};

/// How many checks of an exercise run side by side, if there are places for them.
const AT_A_TIME: usize = 16;

/// So many orders of the threads are few.
const FEW: &str = "50";

/// How long a check may take at first that must fail.
const HURRY: Duration = Duration::from_millis(1_200);

/// Proves that checks, which are those of an exercise or made of them, tell these texts apart.
///
/// # Errors
/// A sentence for each check that does not say what it must, or what the compiler says.
pub fn prove_these(
    exercise: &str,
    checks: &Path,
    variants: &[Variant],
    folder: &Path,
) -> Result<(), String> {
    let said = |problem: String| format!("{problem}\n\nThe files are in {}", folder.display());
    let program = build(exercise, checks, variants, folder).map_err(said)?;
    let checks = self::checks(&program)?;
    let mut problems = unknown(variants, &checks);
    problems.extend(run_all(&program, variants, &checks));
    match problems.is_empty() {
        true => Ok(()),
        false => Err(said(problems.join("\n"))),
    }
}

/// The names of the checks, in their order.
fn checks(program: &Path) -> Result<Vec<String>, String> {
    let output = Command::new(program).output();
    let output = output.map_err(|error| format!("{}: {error}", program.display()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    Ok(said.lines().map(str::to_string).collect())
}

/// Checks that are named, and are none.
fn unknown(variants: &[Variant], checks: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    for Variant { name, expected, .. } in variants {
        if let Expected::Red(check, _, also) = expected {
            let named = also.iter().filter(|name| !name.is_empty()).chain([check]);
            let unknown = named.filter(|name| !checks.contains(name));
            problems.extend(unknown.map(|check| format!("{name}: there is no check {check}")));
        }
    }
    problems
}

/// What is wrong with the checks, in the order of the variants.
fn run_all(program: &Path, variants: &[Variant], checks: &[String]) -> Vec<String> {
    let pairs = variants.iter();
    let pairs = pairs.flat_map(|variant| checks.iter().map(move |check| (variant, check)));
    let pairs: Vec<(&Variant, &String)> = pairs.collect();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((variant, check)) = pairs.get(at) else {
                        return;
                    };
                    if let Some(problem) = problem(program, variant, check) {
                        let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                        found.push((at, problem));
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort();
    found.into_iter().map(|(_, problem)| problem).collect()
}

fn problem(program: &Path, variant: &Variant, check: &str) -> Option<String> {
    let at = format!("{}/{check}", variant.name);
    let is_about_another = match &variant.expected {
        Expected::Red(name, _, also) => name != check && !also.iter().any(|name| name == check),
        _ => false,
    };
    let run = |limit| {
        let outcome = run(program, &at, limit, is_about_another);
        wrong(&at, &variant.expected, check, outcome)
    };
    // A wrong answer may fail by waiting in vain, and need not do so for long. If it says something
    // else then, it was the hurry, or it really does. A starter has nothing to wait for.
    let must_fail = matches!(&variant.expected, Expected::Red(name, ..) if name == check);
    if must_fail && run(HURRY).is_none() {
        return None;
    }
    run(LIMIT)
}

/// A check that is not about what is wrong here passes it, which a few orders of the threads show.
fn run(program: &Path, at: &str, limit: Duration, in_haste: bool) -> Outcome {
    let _place = CHECKS.take();
    let mut command = Command::new(program);
    if in_haste {
        command.env(trial::HASTE, FEW);
    }
    trial::run_in(command, at, limit, &std::env::temp_dir(), &|child| {
        let _ = child.kill();
    })
}

/// What is wrong with what the check says.
fn wrong(at: &str, expected: &Expected, check: &str, outcome: Outcome) -> Option<String> {
    match (expected, outcome) {
        (Expected::AllRed, Err(why)) => {
            let is_named = why.contains(TO_DO);
            (!is_named).then(|| format!("{at} does not say what is still to do, but:\n{why}"))
        }
        (Expected::Green, Ok(())) => None,
        (Expected::Red(name, words, _), Err(why)) if name == check => {
            let is_named = why.contains(words);
            (!is_named).then(|| format!("{at} does not say {words:?}, but:\n{why}"))
        }
        (Expected::Red(_, _, also), Err(_)) if also.iter().any(|name| name == check) => None,
        (Expected::Red(name, _, also), Ok(()))
            if name != check && !also.iter().any(|name| name == check) =>
        {
            None
        }
        (_, Ok(())) => Some(format!("{at} passes, and must not")),
        (_, Err(why)) => Some(format!("{at} must pass, and says:\n{why}")),
    }
}

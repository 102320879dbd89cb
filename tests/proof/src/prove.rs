//! Runs each check on each variant, and compares what it says with what it must say.

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use trial::{LIMIT, Outcome};

use crate::files::folder;
use crate::program::build;
use crate::variants::{Variant, variants};

/// So many orders of the threads are few.
const FEW: &str = "50";

/// How long a check may take at first that must fail.
const HURRY: Duration = Duration::from_millis(1_200);

/// Proves that the checks of an exercise tell right from wrong. The files go into the folder.
///
/// # Errors
/// A sentence for each check that does not say what it must, and if there are fewer than three wrong
/// answers; an edit that cannot be made; or what the compiler says.
pub fn prove(exercise: &str, into: &Path) -> Result<(), String> {
    let variants = variants(exercise)?;
    if variants
        .iter()
        .filter(|one| one.expected.is_wrong())
        .count()
        < 3
    {
        return Err("there must be three wrong answers or more".to_string());
    }
    let checks = folder(exercise)?.join("checks");
    prove_these(exercise, &checks, &variants, into)
}

/// Proves that checks, which are those of an exercise or made of them, tell these texts apart.
///
/// # Errors
/// A sentence for each check that does not say what it must, or what the compiler says.
pub fn prove_these(
    exercise: &str,
    checks: &Path,
    variants: &[Variant],
    into: &Path,
) -> Result<(), String> {
    let said = |problem: String| format!("{problem}\n\nThe files are in {}", into.display());
    let program = build(exercise, checks, variants, into).map_err(said)?;
    let checks = self::checks(&program)?;
    let mut problems = Vec::new();
    for Variant { name, expected, .. } in variants {
        let unknown = expected.named().filter(|check| !checks.contains(check));
        problems.extend(unknown.map(|check| format!("{name}: there is no check {check}")));
    }
    problems.extend(all_wrong(&program, variants, &checks));
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

/// A few side by side: some wait, and where threads take turns, many are slower than few.
fn all_wrong(program: &Path, variants: &[Variant], checks: &[String]) -> Vec<String> {
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(variant) = variants.get(next.fetch_add(1, SeqCst)) {
                    let wrong = |check: &String| wrong(program, variant, check);
                    let found: Vec<String> = checks.iter().filter_map(wrong).collect();
                    all.lock().expect("nobody panics").extend(found);
                }
            });
        }
    });
    all.into_inner().expect("nobody panics")
}

/// What is wrong with what the check says to this text.
fn wrong(program: &Path, variant: &Variant, check: &str) -> Option<String> {
    let at = format!("{}/{check}", variant.name);
    let Some(words) = variant.expected.words(check) else {
        // If it is not about what is wrong here, a few orders of the threads show it.
        let in_haste = variant.expected.is_wrong();
        let why = run(program, &at, LIMIT, in_haste).err()?;
        return Some(format!("{at} must pass, and says:\n{why}"));
    };
    let says = |why: &str| why.contains(words);
    // It may fail by waiting in vain, and need not do so for long. If it says something else then, it was
    // the hurry, or it really does. With no words, nobody could tell.
    if !words.is_empty() && run(program, &at, HURRY, false).is_err_and(|why| says(&why)) {
        return None;
    }
    match run(program, &at, LIMIT, false) {
        Ok(()) => Some(format!("{at} passes, and must not")),
        Err(why) if says(&why) => None,
        Err(why) => Some(format!("{at} does not say {words:?}, but:\n{why}")),
    }
}

fn run(program: &Path, at: &str, limit: Duration, in_haste: bool) -> Outcome {
    let mut command = Command::new(program);
    if in_haste {
        command.env(trial::HASTE, FEW);
    }
    trial::run_in(command, at, limit, &env::temp_dir(), &|_| ())
}

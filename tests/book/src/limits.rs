//! How long the chapters may be, and how many attempts they must have.

use std::io::{self, Write};

use crate::follow::Walk;
use crate::measure::{Measure, new_lines, words};
use crate::pages::{STEPS, all};

/// The most words and minutes of each chapter, without its exercises.
const LIMITS: [(usize, usize); 6] = [
    (3_500, 150),
    (4_500, 150),
    (4_000, 150),
    (4_500, 150),
    (10_000, 180),
    (8_000, 150),
];

/// The most words of the whole book.
const MOST_WORDS: usize = 75_000;

/// The fewest attempts in the typed flow: refusals and harms of the book, and both of a chapter.
const FEWEST: (usize, usize, usize) = (40, 15, 4);

/// How many lines may be typed, and how many pieces, before the next checkpoint.
const FAR: (usize, usize) = (30, 3);

/// What is longer than it may be, and attempts that are too few; and prints how long it is.
///
/// # Errors
/// A page cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let measures = Measure::all()?;
    let mut problems = Vec::new();
    let mut at_most = |what: &str, is: usize, most: usize| {
        let _ = writeln!(io::stdout(), "{what}: {is} of {most}"); // a reader may have enough
        if is > most {
            problems.push(format!("{what}: {is}, and at most {most} are allowed"));
        }
    };
    for ((step, one), (words, minutes)) in STEPS.iter().zip(&measures).zip(LIMITS) {
        at_most(&format!("{step}, words"), one.words, words);
        at_most(&format!("{step}, minutes"), one.minutes(), minutes);
    }
    at_most(
        "the book, words",
        all()?.iter().map(words).sum(),
        MOST_WORDS,
    );
    let (fewest_refusals, fewest_harms, fewest) = FEWEST;
    let mut at_least = |what: &str, is: usize, least: usize| {
        if is < least {
            problems.push(format!("{what}: {is}, and at least {least} are wanted"));
        }
    };
    for (step, one) in STEPS.iter().zip(&measures) {
        at_least(
            &format!("{step}, attempts"),
            one.refusals + one.harms,
            fewest,
        );
    }
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    at_least("refusals", sum(|one| one.refusals), fewest_refusals);
    at_least("harms", sum(|one| one.harms), fewest_harms);
    Ok(problems)
}

/// Checkpoints that are too far from the one before.
pub fn far(walk: &Walk) -> Vec<String> {
    let mut problems = Vec::new();
    let (mut lines, mut pieces) = (0, 0);
    let mut last = "";
    for moment in &walk.moments {
        // A piece that mends one thing and harms another has two moments.
        if std::mem::replace(&mut last, &moment.at) == moment.at {
            continue;
        }
        if moment.is_checkpoint() {
            if lines > FAR.0 && pieces > FAR.1 {
                problems.push(format!(
                    "{}: {lines} typed lines in {pieces} pieces since the last checkpoint; one is \
                     to come after {} lines or {} pieces",
                    moment.at, FAR.0, FAR.1
                ));
            }
            (lines, pieces) = (0, 0);
            continue;
        }
        let piece = walk.pieces.iter().find(|piece| moment.is(piece));
        if let Some(piece) = piece.filter(|piece| !piece.is_copied) {
            lines += new_lines(&piece.lines);
            pieces += 1;
        }
    }
    problems
}

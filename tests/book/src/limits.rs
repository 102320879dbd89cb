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
pub fn check() -> Result<Vec<String>, String> {
    let measures = Measure::all()?;
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    let (mut most, mut least) = (Vec::new(), Vec::new());
    for ((step, one), (words, minutes)) in STEPS.iter().zip(&measures).zip(LIMITS) {
        let attempts = one.refusals + one.harms;
        most.push((format!("{step}, words"), one.words, words));
        most.push((format!("{step}, minutes"), one.minutes(), minutes));
        least.push((format!("{step}, attempts"), attempts, FEWEST.2));
    }
    let all_words = all()?.iter().map(words).sum();
    most.push(("the book, words".to_string(), all_words, MOST_WORDS));
    least.push(("refusals".to_string(), sum(|one| one.refusals), FEWEST.0));
    least.push(("harms".to_string(), sum(|one| one.harms), FEWEST.1));
    for (what, is, most) in &most {
        let _ = writeln!(io::stdout(), "{what}: {is} of {most}"); // a reader may have enough
    }
    most.retain(|(_, is, most)| is > most);
    least.retain(|(_, is, least)| is < least);
    let more = |(what, is, most)| format!("{what}: {is}, and at most {most} are allowed");
    let fewer = |(what, is, least)| format!("{what}: {is}, and at least {least} are wanted");
    let problems = most.into_iter().map(more);
    Ok(problems.chain(least.into_iter().map(fewer)).collect())
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

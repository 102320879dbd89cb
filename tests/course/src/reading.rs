//! Hints and answers, from the page of the exercise, and how one begins anew.

use std::fs;

use crate::course::{Course, Exercise, Progress};
use crate::notes::Notes;

const HINTS: [&str; 3] = ["1", "2", "3"];

/// # Errors
/// There is no such hint, or none is left, or the notes cannot be written.
pub fn hint(course: &Course, exercise: &Exercise, which: Option<&str>) -> Result<bool, String> {
    let id = &exercise.id;
    let page = course
        .page(exercise)
        .ok_or_else(|| format!("Exercise {id} has no hints yet: no {}", exercise.page()))?;
    let mut notes = Notes::read(&course.root)?;
    let seen = notes.get(id, "hints");
    let digit = wanted(which, seen, id)?;
    let text = page.hint(digit);
    let text = text.ok_or_else(|| format!("{} has no hint {digit}.", exercise.page()))?;
    say!("Hint {digit} of 3 for exercise {id}\n\n{text}\n");
    say!("Plain: {}", exercise.page());
    if !seen.contains(digit) {
        let seen = format!("{seen}{digit}");
        notes.set(id, "hints", seen)?;
    }
    Ok(true)
}

/// The hint that is named, or else the first that was not seen.
fn wanted(which: Option<&str>, seen: &str, id: &str) -> Result<&'static str, String> {
    let found = HINTS.into_iter().find(|digit| match which {
        Some(which) => *digit == which,
        None => !seen.contains(digit),
    });
    found.ok_or_else(|| match which {
        Some(which) => format!("There is no hint `{which}`. There are: 1, 2, 3."),
        None => format!(
            "You have seen all hints. Again: cargo course hint {id} 1. The answer: cargo course \
             answer {id}"
        ),
    })
}

/// # Errors
/// The exercise is not solved, and nobody said `--yes`; or there is no answer.
pub fn answer(course: &Course, exercise: &Exercise, yes: Option<&str>) -> Result<bool, String> {
    let id = &exercise.id;
    let is_meant = said_yes(yes)?;
    let notes = Notes::read(&course.root)?;
    if !is_meant && course.progress(exercise, &notes) != Progress::Solved {
        return Err(format!(
            "Exercise {id} is not solved. To see its answer all the same: cargo course answer \
             {id} --yes"
        ));
    }
    let read = |path: &str| {
        let text = course.read(path).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    };
    let page = course.page(exercise);
    let text = match page.and_then(|page| page.answer(read)) {
        Some(text) => text,
        None => read(&exercise.answer()).ok_or_else(|| format!("no {}", exercise.answer()))?,
    };
    say!("The answer to exercise {id}\n\n{text}\n");
    let plain = [exercise.answer(), exercise.page()].join(", ");
    say!("Plain: {plain}");
    Ok(true)
}

/// Writes the starter over the learner's file. It writes, and never copies: a copy may have an old
/// time, and cargo would not compile it.
///
/// # Errors
/// The file differs, and nobody said `--yes`; or it cannot be written.
pub fn reset(course: &Course, exercise: &Exercise, yes: Option<&str>) -> Result<bool, String> {
    let (id, file, starter) = (&exercise.id, exercise.file(), exercise.starter());
    let is_meant = said_yes(yes)?;
    let text = course.read(&starter)?;
    let path = course.root.join(&file);
    let old = fs::read(&path).ok();
    if old.as_ref() == Some(&text) {
        say!("{file} is the starter already.");
        return Ok(true);
    }
    if !is_meant && old.is_some() {
        return Err(format!(
            "{file} has changed, and what you wrote would be lost. To begin anew: cargo course reset \
             {id} --yes"
        ));
    }
    fs::write(&path, text).map_err(|error| format!("{file}: {error}"))?;
    say!("{file} is the starter again.\nPlain: paste the text of {starter} into {file}, and save.");
    Ok(true)
}

/// Whether it is `--yes`, and not nothing or another word.
fn said_yes(word: Option<&str>) -> Result<bool, String> {
    match word {
        None => Ok(false),
        Some("--yes") => Ok(true),
        Some(other) => Err(format!("`{other}` is not understood. There is: --yes")),
    }
}

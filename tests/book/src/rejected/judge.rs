//! Whether the compiler says what the book shows.

use super::{RECORD, RECORDED_WITH, recording};
use crate::files;
use crate::rustc::{Said, errors};

/// What is wrong if the program at `path` is to be rejected. Every compiler must report the errors
/// that were recorded; with `has_same_words`, all that it says must be as recorded.
pub fn rejection(path: &str, said: &Said, has_same_words: bool) -> Option<String> {
    if said.compiles {
        return Some(format!(
            "{path} compiles: expected that it is rejected. If it no longer is, the page that shows \
             it needs another program"
        ));
    }
    let recording = recording(path);
    let recorded = match files::read(&recording) {
        Ok(recorded) => recorded,
        Err(problem) => return Some(problem),
    };
    let (expected, came) = (errors(&recorded), said.errors());
    if expected != came {
        return Some(format!(
            "{path} is rejected for another reason.\n  expected: {}\n  came:     {}\n  If the page \
             still says the right thing, record anew: {RECORD}",
            expected.join("; "),
            came.join("; ")
        ));
    }
    if has_same_words && recorded != said.text {
        let (expected, came) = first_difference(&recorded, &said.text);
        return Some(format!(
            "{recording} is not what the compiler of {RECORDED_WITH} says.\n  expected: \
             {expected}\n  came:     {came}\n  Record anew: {RECORD}"
        ));
    }
    None
}

/// What is wrong if the program at `path` is to compile.
pub fn acceptance(path: &str, said: &Said) -> Option<String> {
    if said.compiles {
        return None;
    }
    let advice = match path.ends_with("-mended.rs") {
        true => "A mend must compile: change it until it does".to_string(),
        false => format!("If the compiler shall reject it, write its mend and record: {RECORD}"),
    };
    let came = said.errors().join("; ");
    Some(format!(
        "{path} does not compile.\n  expected: no error\n  came:     {came}\n  {advice}"
    ))
}

pub fn first_difference<'a>(expected: &'a str, came: &'a str) -> (&'a str, &'a str) {
    const END: &str = "(the end)";
    let mut came = came.lines();
    for line in expected.lines() {
        match came.next() {
            Some(other) if other == line => {}
            other => return (line, other.unwrap_or(END)),
        }
    }
    (END, came.next().unwrap_or(END))
}

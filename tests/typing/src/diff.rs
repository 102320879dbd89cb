//! The differences between two files, in the unified format.

use std::fmt::Write;

use crate::align::{Hunk, hunks};

/// How many lines that stay are shown around those that do not.
const CONTEXT: usize = 3;

/// The differences, without the names of the files; nothing if there are none.
pub fn unified(old: &[String], new: &[String]) -> String {
    let mut text = String::new();
    let hunks = hunks(old, new);
    let is_near = |one: &Hunk, next: &Hunk| next.old.start - one.old.end <= 2 * CONTEXT;
    for near in hunks.chunk_by(is_near) {
        let (first, last) = (&near[0], &near[near.len() - 1]);
        let before = CONTEXT.min(first.old.start);
        let after = CONTEXT.min(old.len() - last.old.end);
        let side = |start: usize, end: usize| {
            let count = before + end - start + after;
            let first = start - before + usize::from(count > 0);
            format!("{first},{count}")
        };
        let _ = writeln!(
            text,
            "@@ -{} +{} @@",
            side(first.old.start, last.old.end),
            side(first.new.start, last.new.end)
        );
        let mut show = |sign: &str, lines: &[String]| {
            for line in lines {
                text += format!("{sign}{line}").trim_end();
                text += "\n";
            }
        };
        let mut at = first.old.start - before;
        for hunk in near {
            show(" ", &old[at..hunk.old.start]);
            show("-", &old[hunk.old.clone()]);
            show("+", &new[hunk.new.clone()]);
            at = hunk.old.end;
        }
        show(" ", &old[at..at + after]);
    }
    text
}

/// How many lines come, and how many go.
pub fn counts(old: &[String], new: &[String]) -> (usize, usize) {
    let hunks = hunks(old, new);
    let come = hunks.iter().map(|hunk| hunk.new.len()).sum();
    (come, hunks.iter().map(|hunk| hunk.old.len()).sum())
}

//! The book, and what must be true of it. Each `check` returns what is wrong, in sentences, and each
//! `made` what files are to hold. Whatever fails (a page cannot be read, a program does not start, a
//! figure is not as its caption tells it) says so in a sentence: that is the `String` of every `Result`.

pub mod blocks;
pub mod checkpoints;
pub mod commands;
pub mod compile;
pub mod diffs;
pub mod errors;
pub mod exercises;
pub mod figures;
pub mod limits;
pub mod links;
pub mod made;
pub mod mark;
pub mod measure;
pub mod message;
pub mod minutes;
pub mod page;
pub mod plans;
pub mod questions;
pub mod refused;
pub mod rustc;
pub mod sessions;
pub mod side_by_side;
pub mod uses;

pub use typing::{self, align, diff, files, follow, moment, pages};

/// Fails a test with what a check has found.
///
/// # Panics
/// If it has found anything, or could not look.
#[track_caller]
pub fn assert_none(found: Result<Vec<String>, String>) {
    let problems = found.unwrap_or_else(|problem| vec![problem]);
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

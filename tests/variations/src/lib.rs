//! An exercise with one more thing to do, or another, for which the book has no answer.
//!
//! `ex05b.diff` begins with the task, in one line. Parts follow, each with edits as `tests/proof` has
//! them, of a file of checks by its name, of the `starter`, and of the book's answer:
//!
//! ```text
//! @@ red: the_drop_waits "have they all ended"
//! @@ check: the_drop_waits "a pool that is dropped is gone"
//! @@ ex05b_checks.rs
//! @@ starter
//! @@ answer
//! ```
//!
//! `red` says which check the book's answer fails now, and with which words; `check` is a new one, with
//! what a learner believes who fails it, and its function.

mod variation;

use std::path::Path;

pub use variation::Variation;

/// Proves a variation. Its files go into the folder.
///
/// # Errors
/// What does not hold.
pub fn prove(exercise: &str, into: &Path) -> Result<(), String> {
    let variation = Variation::of(exercise)?;
    for (path, text) in variation.files()? {
        proof::write(&into.join(path), &text)?;
    }
    proof::prove_these(exercise, &into.join("checks"), &variation.variants()?, into)
}

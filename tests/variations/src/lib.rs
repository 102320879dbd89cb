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
    let folder = into.join(exercise);
    let checks = variation.files()?.into_iter().filter(|(path, _)| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("checks"))
    });
    for (path, text) in checks {
        proof::write(
            &folder
                .join("checks")
                .join(path.file_name().unwrap_or_default()),
            &text,
        )?;
    }
    proof::prove_these(
        exercise,
        &folder.join("checks"),
        &variation.variants()?,
        &folder,
    )
}

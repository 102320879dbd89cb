//! Proves that the checks of an exercise tell right from wrong.
//!
//! Each text that a learner might have becomes a file, and all of an exercise become one program,
//! in which the checks are compiled with each. The program is started once for each check of each.

mod compiler;
mod edits;
mod files;
mod places;
mod program;
mod prove;
mod start;
mod variants;

pub use compiler::Crate;
pub use edits::apply;
pub use files::{contents, exercises, folder, names, read, root, write};
pub use prove::prove_these;
pub use start::proven;
pub use variants::{Expected, Variant, variants};

//! The book, and what must be true of it. Each check returns what is wrong, in sentences.

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
pub mod mark;
pub mod measure;
pub mod mends;
pub mod message;
pub mod minutes;
pub mod moment;
pub mod names;
pub mod plans;
pub mod questions;
pub mod refused;
pub mod rustc;
pub mod sessions;
pub mod side_by_side;
pub mod uses;

pub use typing::{self, align, diff, files, follow, pages};

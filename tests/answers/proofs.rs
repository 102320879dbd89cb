//! The checks of each exercise tell right from wrong: the starter is red, each answer green, and
//! each mistake is named by the check that is about it.
//!
//! What others do is in `others.diff` of each folder; how it is written, `../proof/src/edits.rs` and
//! `variants.rs` say.

proof::proofs!(proof::prove);

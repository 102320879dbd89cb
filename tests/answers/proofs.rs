//! The checks of each exercise tell right from wrong: the starter is red, each answer green, and
//! each mistake is named by the check that is about it.
//!
//! What others do is in `others.diff` of each folder; how it is written, `../proof/src/edits.rs` and
//! `variants.rs` say.

use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/answers");

macro_rules! proofs {
    ($($exercise:ident)+) => {
        const PROVEN: &[&str] = &[$(stringify!($exercise)),+];

        $(
            #[test]
            fn $exercise() {
                proof::proven(stringify!($exercise), PROVEN, Path::new(FOLDER));
            }
        )+
    };
}

proofs! {
    ex06a ex05a ex05b ex05c ex05d ex04a ex04c
    ex01a ex01b ex01c ex02a ex02b ex02c ex03a ex03b ex03c ex04b ex06b ex06c ex06d
}

#[test]
fn every_exercise_is_proven() {
    let mut proven = PROVEN.to_vec();
    proven.sort_unstable();
    assert_eq!(
        proof::exercises(),
        Ok(proven.into_iter().map(String::from).collect())
    );
}

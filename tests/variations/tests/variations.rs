//! In each variation the starter is red, the book's answer fails one check, and there is an answer.

use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/variations");

macro_rules! proven {
    ($($exercise:ident)+) => {
        const PROVEN: &[&str] = &[$(stringify!($exercise)),+];

        $(
            #[test]
            fn $exercise() {
                let proof = variations::prove(stringify!($exercise), Path::new(FOLDER));
                assert!(proof.is_ok(), "\n{}\n", proof.unwrap_err());
            }
        )+
    };
}

proven! {
    ex01a ex01b ex01c ex02a ex02b ex02c ex03a ex03b ex03c ex04a
    ex04b ex04c ex05a ex05b ex05c ex05d ex06a ex06b ex06c ex06d
}

#[test]
fn every_exercise_has_one() {
    let all = PROVEN.iter().map(ToString::to_string).collect();
    assert_eq!(proof::exercises(), Ok(all));
}

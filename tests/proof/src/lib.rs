//! Proves that the checks of an exercise tell right from wrong.
//!
//! Each text that a learner might have becomes a file, and all of an exercise become one program,
//! in which the checks are compiled with each. The program is started once for each check of each.

mod compiler;
mod edits;
mod files;
mod program;
mod prove;
mod variants;

pub use compiler::Crate;
pub use edits::apply;
pub use files::{contents, exercises, folder, names, read, root, write};
pub use prove::{prove, prove_these};
pub use variants::{Expected, Variant, variants};

/// A test for each exercise, which proves it into a folder below the package's, and one that shows that none
/// is missing.
#[macro_export]
macro_rules! proofs {
    ($prove:path) => {
        $crate::proofs! { $prove:
            ex01a ex01b ex01c ex02a ex02b ex02c ex03a ex03b ex03c ex04a
            ex04b ex04c ex05a ex05b ex05c ex05d ex06a ex06b ex06c ex06d
        }
    };
    ($prove:path: $($exercise:ident)+) => {
        $(
            #[test]
            fn $exercise() {
                let folder = ::std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
                let folder = folder.join(env!("CARGO_PKG_NAME")).join(stringify!($exercise));
                let proof = $prove(stringify!($exercise), &folder);
                assert!(proof.is_ok(), "\n{}\n", proof.unwrap_err());
            }
        )+

        #[test]
        fn every_exercise_is_proven() {
            let proven = [$(stringify!($exercise)),+].map(String::from);
            assert_eq!($crate::exercises(), Ok(proven.into()));
        }
    };
}

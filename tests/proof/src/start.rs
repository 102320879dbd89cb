//! All proofs at once.

use std::collections::HashMap;
use std::env;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

use crate::prove::prove_these;
use crate::variants::{Expected, Variant, variants};

type Proof = JoinHandle<Result<(), String>>;

/// Waits for the proof of one exercise, and starts those of others, too.
///
/// Most of a proof is waiting, and only so many tests run at a time as there are processors. So the
/// first of them starts all that somebody wants to see. The files go into folders below `folder`.
///
/// # Panics
/// With what is wrong.
pub fn proven(exercise: &'static str, all: &[&'static str], folder: &'static Path) {
    static STARTED: OnceLock<Mutex<HashMap<&str, Proof>>> = OnceLock::new();
    let start = |exercise| thread::spawn(move || prove(exercise, folder));
    let started = STARTED.get_or_init(|| {
        let started = all.iter().filter(|name| is_wanted(name));
        Mutex::new(started.map(|name| (*name, start(*name))).collect())
    });
    let mut started = started.lock().unwrap_or_else(PoisonError::into_inner);
    let proof = started.remove(exercise).unwrap_or_else(|| start(exercise));
    drop(started);
    match proof.join() {
        Ok(Ok(())) => {}
        Ok(Err(problems)) => panic!("\n{problems}\n"),
        Err(_) => panic!("the proof has panicked"),
    }
}

/// Whether the test of this name is one of those that were asked for.
fn is_wanted(name: &str) -> bool {
    let mut words = env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .peekable();
    words.peek().is_none() || words.any(|word| name.contains(&word))
}

/// Proves that the checks of an exercise tell right from wrong. The files go into a folder of its
/// name, below `folder`.
///
/// # Errors
/// A sentence for each check that does not say what it must, and if there are fewer than three wrong
/// answers; an edit that cannot be made; or what the compiler says.
fn prove(exercise: &str, folder: &Path) -> Result<(), String> {
    let variants = variants(exercise)?;
    let is_wrong = |one: &&Variant| matches!(one.expected, Expected::Red(..));
    if variants.iter().filter(is_wrong).count() < 3 {
        return Err("there must be three wrong answers or more".to_string());
    }
    let checks = crate::files::folder(exercise)?.join("checks");
    prove_these(exercise, &checks, &variants, &folder.join(exercise))
}

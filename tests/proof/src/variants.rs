//! What there is to prove of an exercise: texts that a learner might have, and what the checks must
//! say to each.
//!
//! `tests/answers/ex05b` has the answer, `others.diff`, and other right answers in full, if the book
//! shows them. A part of `others.diff` begins with its name, and what is expected:
//!
//! ```text
//! @@ newest_first, from list_and_condvar: one_worker_takes_one_at_a_time "From which end"
//! @@ waits: right
//! ```
//!
//! The first changes another text than the answer. It must fail that check, whose sentence must
//! have these words in it, and must pass every other one but those behind `; also`, which it must fail,
//! too. The second must pass all. Behind a name,
//! `(unix; why)` leaves it out on other systems.

use trial::TO_DO;

use crate::edits;
use crate::files::{folder, names, read, root};

#[derive(Debug)]
pub struct Variant {
    pub name: String,
    pub text: String,
    pub expected: Expected,
    /// It shows itself only there.
    pub only_unix: bool,
}

impl Variant {
    pub fn new(name: &str, text: String, expected: Expected) -> Variant {
        Variant {
            name: name.to_string(),
            text,
            expected,
            only_unix: false,
        }
    }
}

#[derive(Debug)]
pub enum Expected {
    /// The starter: no check passes, and each says what is still to do.
    AllRed,
    /// These checks fail, and say these words; every other check passes. Of an answer, none fails.
    Red(Vec<(String, String)>),
}

impl Expected {
    /// What stands behind a name.
    pub fn read(words: &str) -> Option<Expected> {
        if words == "right" {
            return Some(Expected::Red(Vec::new()));
        }
        let (words, also) = match words.split_once("\"; also ") {
            Some((words, also)) => (words, also.split(", ").collect()),
            None => (words.strip_suffix('"')?, Vec::new()),
        };
        let red = words.split_once(" \"")?;
        // What the others say is not told.
        let also = also.into_iter().map(|check| (check, ""));
        let red = [red].into_iter().chain(also);
        let owned = |(check, words): (&str, &str)| (check.to_string(), words.to_string());
        Some(Expected::Red(red.map(owned).collect()))
    }

    fn red(&self) -> &[(String, String)] {
        match self {
            Expected::AllRed => &[],
            Expected::Red(red) => red,
        }
    }

    /// The checks that it names.
    pub fn named(&self) -> impl Iterator<Item = &String> {
        self.red().iter().map(|(check, _)| check)
    }

    /// Whether it is that of a wrong answer.
    pub fn is_wrong(&self) -> bool {
        !self.red().is_empty()
    }

    /// What this check must say; `None` if it must pass.
    pub fn words(&self, check: &str) -> Option<&str> {
        if let Expected::AllRed = self {
            return Some(TO_DO);
        }
        let (_, words) = self.red().iter().find(|(name, _)| name == check)?;
        Some(words)
    }
}

/// All variants of an exercise.
///
/// # Errors
/// A file that is missing, or an edit that cannot be made.
pub fn variants(exercise: &str) -> Result<Vec<Variant>, String> {
    let starter = folder(exercise)?.join(format!("starters/{exercise}.rs"));
    let mut variants = vec![Variant::new("starter", read(&starter)?, Expected::AllRed)];
    let answers = root().join("tests/answers").join(exercise);
    for file in names(&answers)? {
        if let Some(name) = file.strip_suffix(".rs") {
            let name = name.trim_start_matches("other_");
            variants.push(Variant::new(
                name,
                read(&answers.join(&file))?,
                Expected::Red(Vec::new()),
            ));
        }
    }
    let edits = read(&answers.join("others.diff"))?;
    for part in edits.split("@@ ").skip(1) {
        let variant = edited(part, &variants);
        let problem = |problem| format!("tests/answers/{exercise}/others.diff: {problem}");
        variants.push(variant.map_err(problem)?);
    }
    if cfg!(not(unix)) {
        variants.retain(|variant| !variant.only_unix);
    }
    Ok(variants)
}

/// A part of `others.diff`. What it changes stands above it.
fn edited(part: &str, above: &[Variant]) -> Result<Variant, String> {
    let (head, edits) = part.split_once('\n').unwrap_or((part, ""));
    let not_understood = || format!("This is not understood:\n@@ {head}");
    let (names, expected) = head.split_once(": ").ok_or_else(not_understood)?;
    let (name, base) = names.split_once(", from ").unwrap_or((names, "answer"));
    let (name, only_unix) = match name.split_once(" (unix; ") {
        Some((name, _why)) => (name, true),
        None => (name, false),
    };
    let expected = Expected::read(expected).ok_or_else(not_understood)?;
    let named = |name: &str| above.iter().find(|variant| variant.name == name);
    if named(name).is_some() {
        return Err(format!("There are two of the name {name}."));
    }
    let base =
        named(base).ok_or_else(|| format!("{name} is from {base}, which is not above it."))?;
    let edits: Vec<&str> = edits.lines().collect();
    let text = edits::apply(&base.text, &edits)
        .map_err(|problem| format!("{name}, from {}: {problem}", base.name))?;
    Ok(Variant {
        only_unix,
        ..Variant::new(name, text, expected)
    })
}

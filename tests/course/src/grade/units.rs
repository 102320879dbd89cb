//! What there is to judge.

use super::find::Submission;
use super::options::Options;
use super::trusted::Trusted;
use trial::fingerprint;

/// What a learner's file does not need, and a teacher may want to look at. Nothing is decided by it.
const UNUSUAL: [&str; 7] = [
    "unsafe", "TRIAL_", "/proc", "include", "macro_", "Command", "fs::",
];

/// One text of one exercise: judged once, whoever hands it in.
pub struct Unit<'a> {
    pub exercise: &'a Trusted,
    pub text: &'a [u8],
    pub holders: Vec<&'a Submission>,
    /// The same text under the same conditions has the same one.
    pub key: String,
}

pub fn units<'a>(
    submissions: &'a [Submission],
    exercises: &'a [Trusted],
    options: &Options,
) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit> = Vec::new();
    for exercise in exercises {
        for holder in submissions {
            let Some(file) = holder.files.get(&exercise.id) else {
                continue;
            };
            let text = file.text.as_slice();
            let is_it = |unit: &&mut Unit| unit.exercise.id == exercise.id && unit.text == text;
            match units.iter_mut().find(is_it) {
                Some(unit) => unit.holders.push(holder),
                None => units.push(Unit {
                    exercise,
                    text,
                    holders: vec![holder],
                    key: key(exercise, text, options),
                }),
            }
        }
    }
    units
}

fn key(trusted: &Trusted, text: &[u8], options: &Options) -> String {
    let (id, print, conditions) = (&trusted.id, fingerprint(text), &trusted.conditions);
    let [build, check] = [options.build_limit, options.limit].map(|limit| limit.as_secs());
    format!("{id}-{print}-{conditions}-{build}-{check}")
}

pub fn unusual(text: &[u8], starter: &[u8]) -> Vec<String> {
    let [text, starter] = [text, starter].map(String::from_utf8_lossy);
    let mut words = UNUSUAL.to_vec();
    words.retain(|word| text.contains(word) && !starter.contains(word));
    words.into_iter().map(str::to_string).collect()
}

//! What there is to judge.

use std::collections::HashMap;

use super::find::Submission;
use super::trusted::Trusted;

/// What a learner's file does not need, and a teacher may want to look at. Nothing is decided by it.
const UNUSUAL: [&str; 8] = [
    "unsafe", "TRIAL_", "/proc", "include", "#[path", "macro_", "Command", "fs::",
];

/// One text of one exercise: judged once, whoever hands it in.
pub struct Unit<'a> {
    pub exercise: usize,
    pub text: &'a [u8],
    pub holders: Vec<usize>,
}

pub fn units<'a>(submissions: &'a [Submission], exercises: &[Trusted]) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit> = Vec::new();
    for (exercise, trusted) in exercises.iter().enumerate() {
        let mut seen: HashMap<&[u8], usize> = HashMap::new();
        for (holder, submission) in submissions.iter().enumerate() {
            let Some(file) = submission.files.get(&trusted.id) else {
                continue;
            };
            let at = *seen.entry(&file.text).or_insert(units.len());
            match units.get_mut(at) {
                Some(unit) => unit.holders.push(holder),
                None => units.push(Unit {
                    exercise,
                    text: &file.text,
                    holders: vec![holder],
                }),
            }
        }
    }
    units
}

pub fn unusual(text: &[u8], starter: &[u8]) -> Vec<&'static str> {
    let [text, starter] = [text, starter].map(String::from_utf8_lossy);
    let mut words = UNUSUAL.to_vec();
    words.retain(|word| text.contains(word) && !starter.contains(word));
    words
}

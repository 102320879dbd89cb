//! The verdicts, in memory and in a file to which each is added as it comes. So a run that was ended
//! can be taken up again. One line is one event, and ends with a dot: half a line is none.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::judge::Verdict;

pub const NAME: &str = "verdicts.txt";

const ESCAPES: [(char, &str); 4] = [('\\', "\\\\"), ('\t', "\\t"), ('\n', "\\n"), ('\r', "\\r")];

#[derive(Default)]
pub struct Journal(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    file: Option<File>,
    verdicts: HashMap<String, Verdict>,
    /// How many times a file was begun, and the grader was gone before there was a verdict.
    begun: HashMap<String, usize>,
    /// What somebody handed in for an exercise, the oldest first.
    held: HashMap<String, Vec<String>>,
}

impl Journal {
    /// # Errors
    /// The file cannot be read, or not be written.
    pub fn open(folder: &Path) -> Result<Journal, String> {
        let path = folder.join(NAME);
        let problem = |error: std::io::Error| format!("{}: {error}", path.display());
        let file = File::options().create(true).append(true).open(&path);
        let mut file = file.map_err(problem)?;
        let text = fs::read(&path).map_err(problem)?;
        let mut inside = Inside::default();
        for line in String::from_utf8_lossy(&text).lines() {
            let line = line.strip_suffix("\t.").unwrap_or_default();
            inside.learn(line.split('\t').map(plain).collect());
        }
        // After half a line.
        if !text.is_empty() && !text.ends_with(b"\n") {
            writeln!(file).map_err(problem)?;
        }
        inside.file = Some(file);
        Ok(Journal(Mutex::new(inside)))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn verdict(&self, key: &str) -> Option<Verdict> {
        self.inside().verdicts.get(key).cloned()
    }

    pub fn begun(&self, key: &str) -> usize {
        self.inside().begun.get(key).copied().unwrap_or(0)
    }

    /// What the same person had before.
    pub fn before(&self, name: &str, id: &str, key: &str) -> Option<Verdict> {
        let inside = self.inside();
        let held = inside.held.get(&format!("{name}\t{id}"))?;
        let mut older = held.iter().rev().filter(|older| *older != key);
        older.find_map(|older| inside.verdicts.get(older)).cloned()
    }

    pub fn add_holder(&self, name: &str, id: &str, key: &str) {
        let mut inside = self.inside();
        let held = inside.held.get(&format!("{name}\t{id}"));
        if held.and_then(|held| held.last()).map(String::as_str) != Some(key) {
            inside.add(&["holds", name, id, key]);
        }
    }

    pub fn add_begin(&self, key: &str) {
        self.inside().add(&["begin", key]);
    }

    /// The name and the summary are for whoever reads the file.
    pub fn add_verdict(&self, key: &str, name: &str, verdict: Verdict) {
        let (summary, reads) = (verdict.summary(), verdict.reads.join("\n"));
        let built = verdict.outcome.as_ref().err();
        let built = built.map_or("built", String::as_str);
        let check = |why: Option<&String>| why.map_or("+".to_string(), |why| format!("-{why}"));
        let checks = verdict.outcome.iter().flatten();
        let checks: Vec<String> = checks.map(|one| check(one.as_ref().err())).collect();
        let mut words = vec!["verdict", key, name, &summary, &reads, built];
        words.extend(checks.iter().map(String::as_str));
        self.inside().add(&words);
    }
}

impl Inside {
    fn learn(&mut self, words: Vec<String>) {
        let check = |word: &String| {
            word.strip_prefix('-')
                .map_or(Ok(()), |why| Err(why.to_string()))
        };
        match words.as_slice() {
            [event, key] if event == "begin" => *self.begun.entry(key.clone()).or_default() += 1,
            [event, name, id, key] if event == "holds" => {
                let held = self.held.entry(format!("{name}\t{id}")).or_default();
                held.push(key.clone());
            }
            [event, key, _, _, reads, built, rest @ ..] if event == "verdict" => {
                let outcome = match built.as_str() {
                    "built" => Ok(rest.iter().map(check).collect()),
                    why => Err(why.to_string()),
                };
                let reads = reads.lines().map(str::to_string).collect();
                self.begun.remove(key);
                self.verdicts
                    .insert(key.clone(), Verdict { outcome, reads });
            }
            _ => {}
        }
    }

    fn add(&mut self, words: &[&str]) {
        if let Some(file) = &mut self.file {
            let escaped = |word: &&str| {
                let pairs = ESCAPES.iter();
                pairs.fold(word.to_string(), |word, (one, two)| word.replace(*one, two))
            };
            let line: Vec<String> = words.iter().map(escaped).collect();
            let line = line.join("\t") + "\t.\n";
            if let Err(error) = file.write_all(line.as_bytes()) {
                eprintln!("{NAME}: {error}");
            }
        }
        self.learn(words.iter().map(|word| word.to_string()).collect());
    }
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let escape = ESCAPES.iter().find(|(_, two)| rest.starts_with(two));
        let (one, length) = escape.map_or((first, first.len_utf8()), |(one, _)| (*one, 2));
        out.push(one);
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

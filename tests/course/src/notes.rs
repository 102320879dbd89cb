//! What `cargo course` remembers: which hints were shown, which text was the answer, and where the
//! reader's own project lies and how many pieces it has (`project 250 /home/me/server`).
//!
//! One line an exercise: `05b hints=12 solved=18c2f0a35b6d7e91-812 checked=...@1760000000000`

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Git ignores it. It lies outside `target`, so that `cargo clean` forgets nothing.
const FILE: &str = ".course-state";

pub struct Notes {
    path: PathBuf,
    all: BTreeMap<String, Note>,
    /// The reader's own project, and which stop of the book's route it has reached.
    pub project: Option<(usize, PathBuf)>,
}

/// How the line of the project begins.
const PROJECT: &str = "project ";

#[derive(Clone, Default)]
pub struct Note {
    /// The digits of the hints that were shown.
    pub hints: String,
    /// The fingerprint of the text that passed all checks.
    pub solved: Option<String>,
    /// The fingerprint of the text that was checked last, and when, in milliseconds.
    pub checked: Option<(String, u128)>,
}

impl Notes {
    /// # Errors
    /// The file is there and cannot be read.
    pub fn read(root: &Path) -> Result<Notes, String> {
        let path = root.join(FILE);
        let text = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            text => text.map_err(|error| format!("{FILE}: {error}"))?,
        };
        let text = String::from_utf8_lossy(&text);
        let mut projects = text.lines().filter_map(|line| line.strip_prefix(PROJECT));
        let project = projects.next().and_then(|line| {
            let (reached, path) = line.split_once(' ')?;
            Some((reached.parse().ok()?, PathBuf::from(path)))
        });
        let mut all = BTreeMap::new();
        // A green `cargo test` adds a line of its own.
        let lines = text.lines().filter(|line| !line.starts_with(PROJECT));
        lines.for_each(|line| learn(&mut all, line));
        Ok(Notes { path, all, project })
    }

    pub fn of(&self, id: &str) -> Note {
        self.all.get(id).cloned().unwrap_or_default()
    }

    /// # Errors
    /// The file cannot be written.
    pub fn set(&mut self, id: &str, note: Note) -> Result<(), String> {
        self.all.insert(id.to_string(), note);
        self.write()
    }

    /// # Errors
    /// The file cannot be written.
    pub fn remember(&mut self, project: &Path, reached: usize) -> Result<(), String> {
        self.project = Some((reached, project.to_path_buf()));
        self.write()
    }

    fn write(&self) -> Result<(), String> {
        let mut lines: String = self.all.iter().map(|(id, note)| line(id, note)).collect();
        if let Some((reached, project)) = &self.project {
            lines.push_str(&format!("{PROJECT}{reached} {}\n", project.display()));
        }
        fs::write(&self.path, lines).map_err(|error| format!("{FILE}: {error}"))
    }
}

fn line(id: &str, note: &Note) -> String {
    let mut line = id.to_string();
    if !note.hints.is_empty() {
        line.push_str(&format!(" hints={}", note.hints));
    }
    if let Some(solved) = &note.solved {
        line.push_str(&format!(" solved={solved}"));
    }
    if let Some((checked, when)) = &note.checked {
        line.push_str(&format!(" checked={checked}@{when}"));
    }
    line + "\n"
}

/// What it does not understand, it leaves out.
fn learn(all: &mut BTreeMap<String, Note>, line: &str) {
    let mut words = line.split_whitespace();
    let Some(id) = words.next() else { return };
    let note = all.entry(id.to_string()).or_default();
    for word in words {
        match word.split_once('=') {
            Some(("hints", hints)) => note.hints = hints.to_string(),
            Some(("solved", solved)) => note.solved = Some(solved.to_string()),
            Some(("checked", checked)) => {
                note.checked = checked
                    .split_once('@')
                    .and_then(|(text, when)| Some((text.to_string(), when.parse().ok()?)));
            }
            _ => {}
        }
    }
}

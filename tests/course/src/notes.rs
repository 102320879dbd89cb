//! What `cargo course` remembers: which hints were shown (`05b hints=12`), the fingerprint of the text
//! that passed all checks (`05b solved=18c2f0a35b6d7e91-812`), the one of the text that was checked last
//! and when, in milliseconds (`05b checked=...@1760000000000`), and where the reader's own project lies
//! and how many pieces it has (`project 250 /home/me/server`).

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Git ignores it. It lies outside `target`, so that `cargo clean` forgets nothing.
const FILE: &str = ".course-state";

/// How the line of the project begins.
const PROJECT: &str = "project ";

pub struct Notes {
    path: PathBuf,
    /// Such as `05b hints`.
    words: BTreeMap<String, String>,
    /// The reader's own project, and which stop of the book's route it has reached.
    pub project: Option<(usize, PathBuf)>,
}

impl Notes {
    /// What it does not understand, it leaves out. A green `cargo test` adds a line of its own.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn read(root: &Path) -> Result<Notes, String> {
        let path = root.join(FILE);
        let text = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            text => text.map_err(|error| format!("{FILE}: {error}"))?,
        };
        let (mut words, mut project) = (BTreeMap::new(), None);
        for line in String::from_utf8_lossy(&text).lines() {
            let (id, rest) = line.split_once(' ').unwrap_or_default();
            if let Some((reached, path)) = line.strip_prefix(PROJECT).and(rest.split_once(' ')) {
                project = reached.parse().ok().map(|reached| (reached, path.into()));
                continue;
            }
            let pairs = rest.split(' ').filter_map(|word| word.split_once('='));
            words.extend(pairs.map(|(word, value)| (format!("{id} {word}"), value.to_string())));
        }
        Ok(Notes {
            path,
            words,
            project,
        })
    }

    /// Of an exercise; empty if there is none.
    pub fn get(&self, id: &str, word: &str) -> &str {
        let value = self.words.get(&format!("{id} {word}"));
        value.map_or("", String::as_str)
    }

    /// # Errors
    /// The file cannot be written.
    pub fn set(&mut self, id: &str, word: &str, value: String) -> Result<(), String> {
        self.words.insert(format!("{id} {word}"), value);
        self.write()
    }

    /// # Errors
    /// The file cannot be written.
    pub fn remember(&mut self, project: &Path, reached: usize) -> Result<(), String> {
        self.project = Some((reached, project.to_path_buf()));
        self.write()
    }

    fn write(&self) -> Result<(), String> {
        let lines = self
            .words
            .iter()
            .map(|(word, value)| format!("{word}={value}\n"));
        let mut lines: String = lines.collect();
        if let Some((reached, project)) = &self.project {
            lines.push_str(&format!("{PROJECT}{reached} {}\n", project.display()));
        }
        fs::write(&self.path, lines).map_err(|error| format!("{FILE}: {error}"))
    }
}

//! Which exercises there are, and where their files lie.

use std::env;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::notes::Notes;
use crate::page::Page;

pub struct Course {
    pub root: PathBuf,
    /// In the order of the steps.
    pub exercises: Vec<Exercise>,
}

/// An exercise, such as `05b` of the step `05-threadpool`.
pub struct Exercise {
    pub id: String,
    pub step: String,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Progress {
    Missing,
    Untouched,
    InWork,
    Solved,
}

impl Course {
    /// # Errors
    /// There is no project here, or it cannot be read.
    pub fn find() -> Result<Course, String> {
        let root = root()?;
        let mut exercises = Vec::new();
        for step in names(&root.join("steps"))? {
            for file in names(&root.join(format!("steps/{step}/exercises/starters")))? {
                let name = file.strip_prefix("ex");
                if let Some(id) = name.and_then(|name| name.strip_suffix(".rs")) {
                    let (id, step) = (id.to_string(), step.clone());
                    exercises.push(Exercise { id, step });
                }
            }
        }
        Ok(Course { root, exercises })
    }

    /// # Errors
    /// There is no such exercise; the message says which there are.
    pub fn exercise(&self, name: &str) -> Result<&Exercise, String> {
        let lower = name.to_ascii_lowercase();
        let id = lower.trim_start_matches("ex").trim_end_matches(".rs");
        let is_it = |one: &&Exercise| one.id.trim_start_matches('0') == id.trim_start_matches('0');
        let found = self.exercises.iter().find(is_it);
        found.ok_or_else(|| format!("There is no exercise `{name}`. There are: {}.", self.ids()))
    }

    pub fn ids(&self) -> String {
        let ids: Vec<&str> = self.exercises.iter().map(|one| one.id.as_str()).collect();
        ids.join(", ")
    }

    /// # Errors
    /// The file cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        fs::read(self.root.join(path)).map_err(|error| format!("{path}: {error}"))
    }

    /// The page of an exercise; `None` while there is none.
    pub fn page(&self, exercise: &Exercise) -> Option<Page> {
        let path = exercise.page();
        let text = self.read(&path).ok()?;
        Some(Page::new(path, &String::from_utf8_lossy(&text)))
    }

    pub fn progress(&self, exercise: &Exercise, notes: &Notes) -> Progress {
        let Ok(file) = self.read(&exercise.file()) else {
            return Progress::Missing;
        };
        if notes.get(&exercise.id, "solved") == trial::fingerprint(&file) {
            return Progress::Solved;
        }
        match self.read(&exercise.starter()) == Ok(file) {
            true => Progress::Untouched,
            false => Progress::InWork,
        }
    }

    /// The first exercise after this one that is not solved, or else the first of all that is not.
    pub fn after(&self, exercise: Option<&Exercise>, notes: &Notes) -> Option<&Exercise> {
        let is_open = |one: &&Exercise| self.progress(one, notes) != Progress::Solved;
        let is_before = |one: &&Exercise| exercise.is_some_and(|this| one.id <= this.id);
        self.exercises.iter().filter(is_open).min_by_key(is_before)
    }
}

/// Paths as one types them, from the folder of the project.
impl Exercise {
    pub fn file(&self) -> String {
        format!("steps/{}/exercises/ex{}.rs", self.step, self.id)
    }

    /// What `file` was at first. It is kept, since nothing else in a download without git knows that.
    pub fn starter(&self) -> String {
        format!("steps/{}/exercises/starters/ex{}.rs", self.step, self.id)
    }

    pub fn answer(&self) -> String {
        format!("tests/answers/ex{}/answer.rs", self.id)
    }

    pub fn page(&self) -> String {
        format!("book/src/{}/ex{}.md", self.step, self.id)
    }
}

/// Names the folder of the project, if it is not one of those above the current folder.
const ROOT: &str = "COURSE_ROOT";

/// # Errors
/// There is no project here.
fn root() -> Result<PathBuf, String> {
    if let Some(root) = env::var_os(ROOT) {
        return Ok(root.into());
    }
    let here = env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let is_it =
        |folder: &&Path| folder.join("Cargo.lock").is_file() && folder.join("steps").is_dir();
    let root = here.ancestors().find(is_it).map(Path::to_path_buf);
    root.ok_or("Go to the folder that has `Cargo.lock` and `steps` in it.".to_string())
}

/// What is in a folder, sorted; nothing if there is no such folder.
///
/// # Errors
/// It cannot be read.
pub fn names(folder: &Path) -> Result<Vec<String>, String> {
    let problem = |error: io::Error| format!("{}: {error}", folder.display());
    let is_none = [ErrorKind::NotFound, ErrorKind::NotADirectory];
    let entries = match fs::read_dir(folder) {
        Err(error) if is_none.contains(&error.kind()) => return Ok(Vec::new()),
        entries => entries.map_err(problem)?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<io::Result<_>>().map_err(problem)?;
    names.sort();
    Ok(names)
}

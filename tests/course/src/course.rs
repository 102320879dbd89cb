//! Which exercises there are, and where their files lie.

use std::cmp::Ordering;
use std::fs;
use std::path::PathBuf;

use crate::folders::{names, root};
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
            let starters = root.join("steps").join(&step).join("exercises/starters");
            for file in names(&starters)? {
                let id = file
                    .strip_prefix("ex")
                    .and_then(|name| name.strip_suffix(".rs"));
                exercises.extend(id.map(|id| Exercise {
                    id: id.to_string(),
                    step: step.clone(),
                }));
            }
        }
        Ok(Course { root, exercises })
    }

    /// # Errors
    /// There is no such exercise; the message says which there are.
    pub fn exercise(&self, name: &str) -> Result<&Exercise, String> {
        let lower = name.to_ascii_lowercase();
        let id = lower.trim_start_matches("ex").trim_end_matches(".rs");
        let id = id.trim_start_matches('0');
        let mut exercises = self.exercises.iter();
        exercises
            .find(|exercise| exercise.id.trim_start_matches('0') == id)
            .ok_or_else(|| format!("There is no exercise `{name}`. There are: {}.", self.ids()))
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
        if notes.of(&exercise.id).solved == Some(trial::fingerprint(&file)) {
            return Progress::Solved;
        }
        match self.read(&exercise.starter()) {
            Ok(starter) if starter == file => Progress::Untouched,
            _ => Progress::InWork,
        }
    }

    /// The first exercise after this one that is not solved, or else the first of all that is not.
    pub fn after(&self, exercise: Option<&Exercise>, notes: &Notes) -> Option<&Exercise> {
        let rank = |one: &&Exercise| match exercise {
            Some(this) if one.id.cmp(&this.id) != Ordering::Greater => 1,
            _ => 0,
        };
        let open = |one: &&Exercise| self.progress(one, notes) != Progress::Solved;
        self.exercises.iter().filter(open).min_by_key(rank)
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

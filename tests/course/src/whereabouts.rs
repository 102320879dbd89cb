//! Where in the book the reader's own project is.

use std::path::{Path, PathBuf};

use typing::report::{Report, progress, report};
use typing::route::{Route, sources};

use crate::course::Course;
use crate::notes::Notes;
use crate::project::read;
use crate::start::absolute;
use crate::terminal::say;
use crate::watch::on_change;

const WATCH: &str = "--watch";

/// # Errors
/// There is no project, or the pages cannot be read.
pub fn tell(course: &Course, words: &[String]) -> Result<bool, String> {
    let is_flag = |word: &&String| word.starts_with("--");
    if let Some(word) = words.iter().filter(is_flag).find(|word| *word != WATCH) {
        return Err(format!("`{word}` is not understood. There is: {WATCH}"));
    }
    let folder = folder(course, words.iter().find(|word| !is_flag(word)))?;
    let before = read(&folder)?;
    let route = Route::read()?;
    let act = || {
        let mut notes = Notes::read(&course.root)?;
        let said = look(&route, &folder, &notes)?;
        say(&said.text());
        notes.remember(&folder, said.at)
    };
    act()?;
    match words.iter().any(|word| word == WATCH) {
        true => on_change(&folder.display().to_string(), before, || read(&folder), act),
        false => Ok(true),
    }
}

/// The folder that is named, or else the one of the last time.
fn folder(course: &Course, name: Option<&String>) -> Result<PathBuf, String> {
    let Some(name) = name else {
        let known = Notes::read(&course.root)?.project.map(|(_, folder)| folder);
        return known.ok_or("Where is your project? Try: cargo course where ../server".to_string());
    };
    absolute(name)
}

fn look(route: &Route, folder: &Path, notes: &Notes) -> Result<Report, String> {
    let (project, package) = read(folder)?;
    let last = notes.project.as_ref().filter(|(_, last)| last == folder);
    let since = last.map_or(0, |(reached, _)| *reached);
    report(route, &sources(&project, None, &package), &package, since)
}

/// For the list: what is known of each chapter, and the place, if there is a project.
pub struct Known {
    chapters: Vec<String>,
    place: String,
}

impl Known {
    pub fn of(notes: &Notes) -> Option<Known> {
        let (_, folder) = notes.project.as_ref()?;
        let route = Route::read().ok()?;
        let report = look(&route, folder, notes).ok()?;
        Some(Known {
            chapters: progress(&route, report.at),
            place: format!("Your project {}: {}.", folder.display(), report.place),
        })
    }

    /// Of a chapter such as `05`.
    pub fn chapter(&self, number: &str) -> Option<&str> {
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        self.chapters.get(at).map(String::as_str)
    }

    pub fn place(&self) -> String {
        format!("{} More: cargo course where", self.place)
    }
}

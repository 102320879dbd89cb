//! Where in the book the reader's own project is.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use typing::follow::Project;
use typing::report::{Report, progress, report};
use typing::route::{Route, sources};
use typing::to_lines;

use crate::course::{Course, names};
use crate::notes::Notes;
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
    // The folder that is named, or else the one of the last time.
    let folder = match words.iter().find(|word| !is_flag(word)) {
        Some(name) => absolute(name)?,
        None => {
            let known = Notes::read(&course.root)?.project.map(|(_, folder)| folder);
            known.ok_or("Where is your project? Try: cargo course where ../server")?
        }
    };
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

/// The files that the pages are about.
const ENDINGS: [&str; 2] = [".rs", ".html"];

/// The project's files below `src` and `pages`, and what its package is called.
fn read(folder: &Path) -> Result<(Project, String), String> {
    let shown = folder.display();
    let problem = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => {
            format!("{shown} has no Cargo.toml. Try: cargo course where ../server")
        }
        _ => format!("{shown}: {error}"),
    };
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).map_err(problem)?;
    let mut lines = manifest.lines().map(str::trim);
    lines.find(|line| *line == "[package]");
    let name = lines.find_map(|line| line.strip_prefix("name")?.trim().strip_prefix('='));
    let name = name.unwrap_or("server").trim();
    let package = name.trim_matches('"').replace('-', "_");
    let mut project = Project::new();
    for name in ["src", "pages"] {
        collect(folder, name, &mut project)?;
    }
    Ok((project, package))
}

fn collect(root: &Path, folder: &str, project: &mut Project) -> Result<(), String> {
    for name in names(&root.join(folder))? {
        let name = format!("{folder}/{name}");
        let path = root.join(&name);
        if path.is_dir() {
            collect(root, &name, project)?;
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let text = String::from_utf8_lossy(&text);
            project.insert(name, to_lines(text.trim_start_matches('\u{feff}')));
        }
    }
    Ok(())
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
    pub place: String,
}

impl Known {
    pub fn of(notes: &Notes) -> Option<Known> {
        let (_, folder) = notes.project.as_ref()?;
        let route = Route::read().ok()?;
        let Report { at, place, .. } = look(&route, folder, notes).ok()?;
        let folder = folder.display();
        Some(Known {
            chapters: progress(&route, at),
            place: format!("Your project {folder}: {place}. More: cargo course where"),
        })
    }

    /// Of a chapter such as `05`.
    pub fn chapter(&self, number: &str) -> Option<&str> {
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        self.chapters.get(at).map(String::as_str)
    }
}

//! Following along: does exactly what a chapter tells its reader to do.

use std::collections::BTreeMap;

use crate::align::Line;
use crate::apply::{apply, unmark};
use crate::files;
use crate::moment::{Moment, Outcome};
use crate::pages::{Block, Page, Part, STEPS, chapter, parts, resolve, to_lines};
use crate::place::{Action, Place};

/// How a paragraph begins that undoes an attempt.
const GO_BACK: &str = "Go back:";

/// The lines of each file below `src/` and `pages/`, by its path.
pub type Project = BTreeMap<String, Vec<String>>;

/// A piece of code on a page.
pub struct Piece {
    pub page: String,
    /// The line of its fence.
    pub line: usize,
    /// How its lines relate to the ones before.
    pub lines: Vec<Line>,
    /// Whether it is a file of the step, included whole, which the reader copies.
    pub is_copied: bool,
}

impl Piece {
    pub fn at(&self) -> String {
        format!("{}:{}", self.page, self.line)
    }

    /// The first line that it brings.
    pub(crate) fn first_line(&self) -> String {
        let mut new = self.lines.iter().filter_map(|line| match line {
            Line::New(text) if text.contains(char::is_alphanumeric) => Some(text.trim()),
            _ => None,
        });
        new.next().unwrap_or_default().to_string()
    }
}

/// What a chapter's reader has in the end, and what was found on the way.
pub struct Walk {
    pub step: String,
    pub project: Project,
    pub pieces: Vec<Piece>,
    pub problems: Vec<String>,
    /// What the project was after each piece and at each checkpoint.
    pub moments: Vec<Moment>,
    /// The project of the last checkpoint, to which a reader can go back.
    kept: Project,
}

/// What `cargo new` makes.
fn empty() -> Project {
    let text = "fn main() {\n    println!(\"Hello, world!\");\n}";
    Project::from([("src/main.rs".to_string(), to_lines(text))])
}

/// The files of a finished step, with the crate called as a reader's own is.
///
/// # Errors
/// A sentence that names the file that cannot be read.
pub fn finished(step: &str) -> Result<Project, String> {
    let crate_name = format!("step_{}", step.replace('-', "_"));
    let root = format!("steps/{step}/");
    let mut project = Project::new();
    for folder in ["src", "pages"].map(|name| format!("{root}{name}")) {
        if files::root().join(&folder).is_dir() {
            for path in files::below(&folder)? {
                let text = files::read(&path)?.replace(&crate_name, "server");
                let name = path.trim_start_matches(&root);
                project.insert(name.to_string(), to_lines(&text));
            }
        }
    }
    Ok(project)
}

/// What a reader has who begins a chapter.
///
/// # Errors
/// As for [`finished`].
pub fn before(step: &str) -> Result<Project, String> {
    match STEPS.iter().position(|other| *other == step) {
        None => Err(format!("there is no step {step}; one is {}", STEPS[0])),
        Some(0) => Ok(empty()),
        Some(at) => finished(STEPS[at - 1]),
    }
}

/// Types what a chapter shows. Nothing is compiled: the package `book` does that.
///
/// # Errors
/// The pages or the steps cannot be read.
pub fn walk(step: &str) -> Result<Walk, String> {
    let project = before(step)?;
    let mut walk = Walk {
        step: step.to_string(),
        kept: project.clone(),
        project,
        pieces: Vec::new(),
        problems: Vec::new(),
        moments: Vec::new(),
    };
    for page in chapter(step)? {
        walk.read(&page);
    }
    if let Some(last) = walk.moments.last().filter(|last| !last.is_checkpoint()) {
        let at = last.at.clone();
        walk.problem(&at, "no checkpoint follows the last piece");
    }
    let problems = compare(&walk.project, &finished(step)?, step);
    walk.problems.extend(problems);
    Ok(walk)
}

impl Walk {
    fn read(&mut self, page: &Page) {
        let at = |line| format!("{}:{line}", page.path);
        let mut place = None;
        for part in parts(&page.text) {
            match part {
                Part::Paragraph { line, text } => {
                    if place.take().is_some() {
                        let problem = "the line above says where code goes, but none follows";
                        self.problem(&at(line), problem);
                    }
                    place = self.paragraph(at(line), &text);
                }
                Part::Block(block) => match (place.take(), block.has("put")) {
                    (Some(place), true) => self.piece(page, &block, &place),
                    (None, true) => self.problem(
                        &at(block.line),
                        "no line above this piece says where it goes, such as \
                         \"`src/main.rs`, new file:\"",
                    ),
                    (Some(_), false) => self.problem(
                        &at(block.line),
                        "the line above says where this goes, but it is not a `put` block",
                    ),
                    (None, false) => {}
                },
                Part::Checkpoint { line, text } => {
                    self.kept = self.project.clone();
                    self.moment(at(line), Outcome::Checkpoint { text });
                }
            }
        }
    }

    fn problem(&mut self, at: &str, problem: &str) {
        self.problems.push(format!("{at}: {problem}"));
    }

    fn moment(&mut self, at: String, outcome: Outcome) {
        let project = self.project.clone();
        self.moments.push(Moment {
            at,
            project,
            outcome,
        });
    }

    /// Finds out whether a paragraph says where a piece goes. Deletes what it says to delete, and
    /// goes back to the last checkpoint if it says so.
    fn paragraph(&mut self, at: String, text: &str) -> Option<Place> {
        if text.starts_with(GO_BACK) {
            self.project = self.kept.clone();
            self.moment(at, Outcome::Back);
            return None;
        }
        match Place::parse(text)? {
            Ok(place) if matches!(place.action, Action::DeleteFile | Action::Delete(_)) => {
                if let Err(problem) = apply(&mut self.project, &place, &[]) {
                    self.problem(&at, &problem);
                }
                self.moment(at, Outcome::Nothing);
                None
            }
            Ok(place) => Some(place),
            Err(problem) => {
                self.problem(&at, &problem);
                None
            }
        }
    }

    fn piece(&mut self, page: &Page, block: &Block, place: &Place) {
        let at = format!("{}:{}", page.path, block.line);
        let is_rust = block.has("rust");
        let lines = resolve(&page.path, &block.lines).and_then(|lines| {
            let unmarked = lines.iter().map(|line| unmark(line, is_rust));
            apply(&mut self.project, place, &unmarked.collect::<Vec<String>>())
        });
        match lines {
            Ok(lines) => self.pieces.push(Piece {
                page: page.path.clone(),
                line: block.line,
                lines,
                is_copied: block.lines.iter().any(|line| line.contains("{{#include")),
            }),
            Err(problem) => self.problem(&at, &problem),
        }
        for outcome in Outcome::of(page, block, &self.moments) {
            self.moment(at.clone(), outcome);
        }
    }
}

fn compare(typed: &Project, step: &Project, name: &str) -> Vec<String> {
    let more = typed.keys().filter(|file| !step.contains_key(*file));
    let more = more.map(|file| format!("at the end the reader has {file}, step {name} not"));
    let differs = |(file, wanted): (&String, &Vec<String>)| match typed.get(file) {
        None => Some(format!("at the end the reader has no {file}")),
        Some(typed) if typed == wanted => None,
        Some(typed) => {
            let diff = crate::diff::unified(typed, wanted);
            Some(format!(
                "at the end {file} (-) is not that of step {name} (+):\n{diff}"
            ))
        }
    };
    more.chain(step.iter().filter_map(differs)).collect()
}

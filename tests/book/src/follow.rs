//! Following along: does exactly what a chapter tells its reader to do.

use std::collections::BTreeMap;

use crate::align::{Line, align, with_brackets_of_new_code_new};
use crate::pages::{Block, Page, Part, STEPS, chapter, parts, resolve};
use crate::place::{Action, Place, find};
use crate::{compile, files};

/// The lines of each file below `src/` and `pages/`, by its path.
pub type Project = BTreeMap<String, Vec<String>>;

/// What a chapter's reader has in the end, and what was found on the way.
pub struct Walk {
    pub project: Project,
    /// For each piece: its page, the line of its fence, and how its lines relate to the ones before.
    pub pieces: Vec<(String, usize, Vec<Line>)>,
    pub problems: Vec<String>,
    pub checkpoints: usize,
    /// What the program was after each piece.
    pub moments: Vec<Project>,
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
    let mut project = Project::new();
    for folder in ["src", "pages"] {
        let folder = format!("steps/{step}/{folder}");
        if !files::root().join(&folder).is_dir() {
            continue;
        }
        for path in files::below(&folder)? {
            let text = files::read(&path)?.replace(&crate_name, "server");
            let name = path.trim_start_matches(&format!("steps/{step}/"));
            project.insert(name.to_string(), to_lines(&text));
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

/// Types what a chapter shows, and compiles at its checkpoints if told to.
///
/// # Errors
/// The pages or the steps cannot be read.
pub fn walk(step: &str, compiles: bool) -> Result<Walk, String> {
    let mut walk = Walk {
        project: before(step)?,
        pieces: Vec::new(),
        problems: Vec::new(),
        checkpoints: 0,
        moments: Vec::new(),
    };
    let mut last_piece = String::new();
    for page in chapter(step)? {
        let mut place = None;
        for part in parts(&page.text) {
            match part {
                Part::Paragraph { line, text } => {
                    place = walk.read_paragraph(&page, line, &text, place.is_some());
                }
                Part::Block(block) => {
                    let at = format!("{}:{}", page.path, block.line);
                    match (place.take(), block.has("put")) {
                        (Some(place), true) => {
                            walk.piece(&page, &block, &place);
                            last_piece = at;
                        }
                        (None, true) => walk.problems.push(format!(
                            "{at}: no line above this piece says where it goes, such as \
                             \"`src/main.rs`, new file:\""
                        )),
                        (Some(_), false) => walk.problems.push(format!(
                            "{at}: the line above says where this goes, but it is not a `put` block"
                        )),
                        (None, false) => {}
                    }
                }
                Part::Checkpoint { line, text } => {
                    let at = format!("{}:{line}", page.path);
                    walk.checkpoints += 1;
                    last_piece.clear();
                    if compiles {
                        walk.checkpoint(&at, &text);
                    }
                }
            }
        }
    }
    if !last_piece.is_empty() {
        let problem = format!("{last_piece}: no checkpoint follows the last piece");
        walk.problems.push(problem);
    }
    let problems = compare(&walk.project, &finished(step)?, step);
    walk.problems.extend(problems);
    Ok(walk)
}

impl Walk {
    /// Finds out whether a paragraph says where a piece goes. Deletes what it says to delete.
    fn read_paragraph(
        &mut self,
        page: &Page,
        line: usize,
        text: &str,
        waits: bool,
    ) -> Option<Place> {
        let at = format!("{}:{line}", page.path);
        if waits {
            let problem = format!("{at}: the line above says where code goes, but none follows");
            self.problems.push(problem);
        }
        let place = match Place::parse(text)? {
            Ok(place) => place,
            Err(problem) => {
                self.problems.push(format!("{at}: {problem}"));
                return None;
            }
        };
        if !matches!(place.action, Action::DeleteFile | Action::Delete(_)) {
            return Some(place);
        }
        if let Err(problem) = apply(&mut self.project, &place, &[]) {
            self.problems.push(format!("{at}: {problem}"));
        }
        self.moments.push(self.project.clone());
        None
    }

    fn piece(&mut self, page: &Page, block: &Block, place: &Place) {
        let shown = resolve(&page.path, &block.lines).map(|lines| {
            let is_rust = block.has("rust");
            let unmarked = lines.iter().map(|line| unmark(line, is_rust));
            unmarked.collect::<Vec<String>>()
        });
        match shown.and_then(|shown| apply(&mut self.project, place, &shown)) {
            Ok(lines) => self.pieces.push((page.path.clone(), block.line, lines)),
            Err(problem) => {
                let problem = format!("{}:{}: {problem}", page.path, block.line);
                self.problems.push(problem);
            }
        }
        self.moments.push(self.project.clone());
    }

    fn checkpoint(&mut self, at: &str, text: &str) {
        let told = text.to_lowercase().contains("warning");
        match compile::project(&self.project) {
            Err(message) => self
                .problems
                .push(format!("{at}: it does not compile here:\n{message}")),
            Ok(warnings) if !warnings.is_empty() && !told => self.problems.push(format!(
                "{at}: the compiler warns here, and the checkpoint does not say so:\n{warnings}"
            )),
            Ok(warnings) if warnings.is_empty() && told => self
                .problems
                .push(format!("{at}: it speaks of a warning, but there is none")),
            Ok(_) => {}
        }
    }
}

/// Does what one piece says, and returns how its lines relate to those that were there.
fn apply(project: &mut Project, place: &Place, shown: &[String]) -> Result<Vec<Line>, String> {
    let file = &place.file;
    let all_new = || shown.iter().cloned().map(Line::New).collect();
    if place.action == Action::NewFile {
        return match project.insert(file.clone(), shown.to_vec()) {
            None => Ok(all_new()),
            Some(_) => Err(format!("{file} is there already")),
        };
    }
    let text = project
        .get_mut(file)
        .ok_or_else(|| format!("there is no {file} yet"))?;
    let in_file = |problem| format!("{file}: {problem}");
    let blank = || std::iter::once(String::new());
    match &place.action {
        Action::NewFile => Ok(all_new()),
        Action::WholeFile => Ok(replace(text, 0..text.len(), shown)),
        Action::DeleteFile => {
            project.remove(file);
            Ok(Vec::new())
        }
        Action::AtTheEnd => {
            text.extend(blank().chain(shown.iter().cloned()));
            Ok(all_new())
        }
        Action::Becomes(spot) => {
            let range = find(text, spot).map_err(in_file)?;
            Ok(replace(text, range, shown))
        }
        Action::After(spot) => {
            let at = find(text, spot).map_err(in_file)?.end;
            text.splice(at..at, blank().chain(shown.iter().cloned()));
            Ok(all_new())
        }
        Action::Before(spot) => {
            let at = find(text, spot).map_err(in_file)?.start;
            text.splice(at..at, shown.iter().cloned().chain(blank()));
            Ok(all_new())
        }
        Action::Delete(spot) => {
            let mut range = find(text, spot).map_err(in_file)?;
            if range.start > 0 && text[range.start - 1].is_empty() {
                range.start -= 1;
            }
            text.drain(range);
            Ok(Vec::new())
        }
    }
}

fn replace(text: &mut Vec<String>, range: std::ops::Range<usize>, shown: &[String]) -> Vec<Line> {
    let lines = align(&text[range.clone()], shown);
    let whole = lines.iter().flat_map(|line| match line {
        Line::New(line) | Line::Kept(line) => vec![line.clone()],
        Line::Elided(_, lines) => lines.clone(),
    });
    text.splice(range, whole.collect::<Vec<String>>());
    with_brackets_of_new_code_new(lines)
}

fn compare(typed: &Project, step: &Project, name: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for file in typed.keys().filter(|file| !step.contains_key(*file)) {
        problems.push(format!("at the end the reader has {file}, step {name} not"));
    }
    for (file, wanted) in step {
        let Some(typed) = typed.get(file) else {
            problems.push(format!("at the end the reader has no {file}"));
            continue;
        };
        if typed != wanted {
            let diff = crate::diff::unified("what the reader has", "the step", typed, wanted);
            let problem = format!("at the end {file} is not that of step {name}:\n{diff}");
            problems.push(problem);
        }
    }
    problems
}

/// A line as the reader types it, without the mark of a line that stays.
pub fn unmark(line: &str, is_rust: bool) -> String {
    match line.strip_prefix('#') {
        Some("") if is_rust => String::new(),
        Some(rest) if is_rust && rest.starts_with(' ') => rest[1..].to_string(),
        _ => line.to_string(),
    }
}

pub fn to_lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_string).collect()
}

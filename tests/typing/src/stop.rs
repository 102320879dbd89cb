//! What a reader has at a moment of a chapter.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::files;
use crate::follow::Project;
use crate::moment::Outcome;
use crate::pages::to_lines;
use crate::source::Source;

/// The files of a project.
pub type Sources = BTreeMap<String, Rc<Source>>;

pub struct Stop {
    pub chapter: usize,
    /// How many checkpoints of the chapter are behind, and how many pieces have come since.
    pub checkpoint: usize,
    pub pieces: usize,
    /// Page and line.
    pub at: String,
    pub outcome: Outcome,
    /// The first line that the piece brings.
    pub first: String,
    pub files: Sources,
}

impl Stop {
    pub fn is_checkpoint(&self) -> bool {
        matches!(self.outcome, Outcome::Checkpoint { .. })
    }

    pub fn is_like(&self, other: &Stop) -> bool {
        let files = |stop: &Stop| stop.files.values().map(Rc::as_ptr).collect::<Vec<_>>();
        files(self) == files(other)
    }

    /// The page's lines up to the piece's fence, or to the line that says what to delete.
    ///
    /// # Errors
    /// The page cannot be read.
    pub fn page(&self) -> Result<Vec<String>, String> {
        let (page, line) = self.at.rsplit_once(':').unwrap_or((&self.at, "1"));
        let mut lines = to_lines(&files::read(page)?);
        lines.truncate(line.parse().unwrap_or(1));
        Ok(lines)
    }
}

/// Reads files, unless the last project has the same.
pub fn sources(project: &Project, last: Option<&Sources>, package: &str) -> Sources {
    let read = |(name, lines): (&String, &Vec<String>)| {
        let same = last.and_then(|last| last.get(name));
        let same = same.filter(|same| same.lines == *lines).cloned();
        let source = same.unwrap_or_else(|| Rc::new(Source::new(name, lines, package)));
        (name.clone(), source)
    };
    project.iter().map(read).collect()
}

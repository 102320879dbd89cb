//! All chapters as one way: what a reader has after each piece.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::align::Line;
use crate::files;
use crate::follow::{Piece, Project, walk};
use crate::moment::Outcome;
use crate::pages::STEPS;
use crate::source::Source;

/// The files of a project.
pub type Sources = BTreeMap<String, Rc<Source>>;

/// What a reader has at a moment.
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

pub struct Route {
    pub stops: Vec<Stop>,
    /// How many checkpoints each chapter has.
    pub checkpoints: [usize; STEPS.len()],
}

impl Route {
    /// # Errors
    /// The pages or the steps cannot be read.
    pub fn read() -> Result<Route, String> {
        let mut checkpoints = [0; STEPS.len()];
        let mut stops: Vec<Stop> = Vec::new();
        for (chapter, step) in STEPS.iter().enumerate() {
            let mut pieces = 0;
            let walk = walk(step)?;
            if chapter == 0 {
                stops.push(Stop::first()?);
            }
            for moment in walk.moments {
                match moment.outcome {
                    Outcome::Checkpoint { .. } => {
                        (checkpoints[chapter], pieces) = (checkpoints[chapter] + 1, 0)
                    }
                    Outcome::Back => pieces = 0,
                    _ => pieces += 1,
                }
                // Going back brings the files of the last checkpoint.
                let is_back = moment.outcome == Outcome::Back;
                let is_it = |stop: &&Stop| !is_back || stop.is_checkpoint();
                let last = stops.iter().rev().find(is_it).map(|stop| &stop.files);
                stops.push(Stop {
                    first: first_line(&walk.pieces, &moment.at),
                    chapter,
                    checkpoint: checkpoints[chapter],
                    pieces,
                    at: moment.at,
                    outcome: moment.outcome,
                    files: sources(&moment.project, last, "server"),
                });
            }
        }
        Ok(Route { stops, checkpoints })
    }

    /// `chapter 05, checkpoint 3 of 7`.
    pub fn place(&self, stop: &Stop) -> String {
        let of = self.checkpoints[stop.chapter];
        let chapter = &STEPS[stop.chapter][..2];
        let since = match stop.pieces {
            0 => String::new(),
            1 => ", and 1 piece".to_string(),
            pieces => format!(", and {pieces} pieces"),
        };
        match stop.checkpoint {
            0 => format!("chapter {chapter}, before checkpoint 1 of {of}{since}"),
            number => format!("chapter {chapter}, checkpoint {number} of {of}{since}"),
        }
    }

    /// The last stop of those that follow this one and have the same files: it may be a checkpoint.
    pub fn settled(&self, at: usize) -> usize {
        let same = |stop: &&Stop| stop.is_like(&self.stops[at]);
        at + self.stops[at..].iter().take_while(same).count() - 1
    }

    /// Where later one has the same files once more, and goes on otherwise.
    pub fn again(&self, at: usize) -> Vec<usize> {
        let backs = (at + 1)..self.stops.len();
        let same = backs.filter(|back| self.stops[*back].is_like(&self.stops[at]));
        same.filter(|back| self.settled(*back) == *back).collect()
    }

    /// The first of those before it.
    pub fn begun(&self, at: usize) -> usize {
        let same = |stop: &&Stop| stop.is_like(&self.stops[at]);
        at + 1 - self.stops[..=at].iter().rev().take_while(same).count()
    }
}

impl Stop {
    pub fn is_checkpoint(&self) -> bool {
        matches!(self.outcome, Outcome::Checkpoint { .. })
    }

    fn is_like(&self, other: &Stop) -> bool {
        let files = |stop: &Stop| stop.files.values().map(Rc::as_ptr).collect::<Vec<_>>();
        files(self) == files(other)
    }

    fn first() -> Result<Stop, String> {
        Ok(Stop {
            chapter: 0,
            checkpoint: 0,
            pieces: 0,
            at: format!("book/src/{}/README.md:1", STEPS[0]),
            outcome: Outcome::Nothing,
            first: String::new(),
            files: sources(&crate::follow::before(STEPS[0])?, None, "server"),
        })
    }

    /// The page's lines up to the piece's fence, or to the line that says what to delete.
    ///
    /// # Errors
    /// The page cannot be read.
    pub fn page(&self) -> Result<Vec<String>, String> {
        let (page, line) = self.at.rsplit_once(':').unwrap_or((&self.at, "1"));
        let text = files::read(page)?;
        let lines = text.lines().take(line.parse().unwrap_or(1));
        Ok(lines.map(str::to_string).collect())
    }
}

fn first_line(pieces: &[Piece], at: &str) -> String {
    let piece = pieces.iter().find(|piece| piece.at() == at);
    let lines = piece.into_iter().flat_map(|piece| &piece.lines);
    let mut new = lines.filter_map(|line| match line {
        Line::New(text) if text.contains(char::is_alphanumeric) => Some(text.trim().to_string()),
        _ => None,
    });
    new.next().unwrap_or_default()
}

/// Reads files, unless the last project has the same.
pub fn sources(project: &Project, last: Option<&Sources>, package: &str) -> Sources {
    let read = |(name, lines): (&String, &Vec<String>)| {
        let same = last.and_then(|last| last.get(name));
        let source = match same.filter(|same| same.lines == *lines) {
            Some(same) => Rc::clone(same),
            None => Rc::new(Source::new(name, lines, package)),
        };
        (name.clone(), source)
    };
    project.iter().map(read).collect()
}

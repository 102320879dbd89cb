//! All chapters as one way: what a reader has after each piece.

use crate::follow::{Piece, Walk, before, walk};
use crate::moment::{Moment, Outcome};
use crate::pages::STEPS;
pub use crate::stop::{Sources, Stop, sources};

pub struct Route {
    pub stops: Vec<Stop>,
    /// How many checkpoints each chapter has.
    pub checkpoints: [usize; STEPS.len()],
}

impl Route {
    /// # Errors
    /// The pages or the steps cannot be read.
    pub fn read() -> Result<Route, String> {
        let mut route = Route {
            stops: vec![Stop {
                chapter: 0,
                checkpoint: 0,
                pieces: 0,
                at: format!("book/src/{}/README.md:1", STEPS[0]),
                outcome: Outcome::Nothing,
                first: String::new(),
                files: sources(&before(STEPS[0])?, None, "server"),
            }],
            checkpoints: [0; STEPS.len()],
        };
        for (chapter, step) in STEPS.iter().enumerate() {
            route.add(chapter, walk(step)?);
        }
        Ok(route)
    }

    fn add(&mut self, chapter: usize, walk: Walk) {
        let mut pieces = 0;
        for Moment {
            at,
            project,
            outcome,
        } in walk.moments
        {
            let is_back = outcome == Outcome::Back;
            let is_checkpoint = matches!(outcome, Outcome::Checkpoint { .. });
            self.checkpoints[chapter] += usize::from(is_checkpoint);
            let is_same_piece = self.stops.last().is_some_and(|last| last.at == at);
            pieces = match is_back || is_checkpoint {
                true => 0,
                false => pieces + usize::from(!is_same_piece),
            };
            // Going back brings the files of the last checkpoint.
            let is_it = |stop: &&Stop| !is_back || stop.is_checkpoint();
            let last = self.stops.iter().rev().find(is_it);
            let piece = walk.pieces.iter().find(|piece| piece.at() == at);
            self.stops.push(Stop {
                files: sources(&project, last.map(|last| &last.files), "server"),
                first: piece.map_or(String::new(), Piece::first_line),
                chapter,
                checkpoint: self.checkpoints[chapter],
                pieces,
                at,
                outcome,
            });
        }
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
        let place = match stop.checkpoint {
            0 => "before checkpoint 1".to_string(),
            number => format!("checkpoint {number}"),
        };
        format!("chapter {chapter}, {place} of {of}{since}")
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

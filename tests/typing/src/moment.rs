//! What a chapter says about its reader's project, at a moment: it compiles, or is refused, or does harm.

use crate::follow::{Piece, Project};
use crate::pages::{Block, Page};

/// A project, and what is to be true of it.
pub struct Moment {
    /// The page and the line that say so.
    pub at: String,
    pub project: Project,
    pub outcome: Outcome,
}

#[derive(Clone, PartialEq)]
pub enum Outcome {
    Nothing,
    /// The project is again that of the last checkpoint.
    Back,
    /// It compiles; the text says so if the compiler warns.
    Checkpoint {
        text: String,
    },
    /// It does not compile, for these errors and no others; what the compiler says is kept in a file.
    Refused {
        codes: String,
        recording: String,
    },
    /// It compiles, and a session of this name shows what is wrong.
    Harm(String),
    /// It compiles, and the session of this name shows that it is mended.
    Mended(String),
}

impl Outcome {
    /// What the words after a fence say that a piece leads to.
    pub fn of(page: &Page, block: &Block, before: &[Moment]) -> Vec<Outcome> {
        let harm = block.value("harm").map(Outcome::Harm);
        let mended = block.value("mended").map(Outcome::Mended);
        let mut outcomes: Vec<Outcome> = harm.into_iter().chain(mended).collect();
        if let Some(codes) = block.value("refused") {
            let path = page.path.replace("book/src/", "book/refused/");
            let path = path.trim_end_matches(".md");
            let recording = |count| match count {
                1 => format!("{path}-{codes}.txt"),
                count => format!("{path}-{codes}-{count}.txt"),
            };
            let is_known = |recording: &String| {
                before.iter().any(|moment| match &moment.outcome {
                    Outcome::Refused {
                        recording: known, ..
                    } => known == recording,
                    _ => false,
                })
            };
            let recording = (1..).map(recording).find(|name| !is_known(name));
            let recording = recording.unwrap_or_default();
            outcomes.push(Outcome::Refused { codes, recording });
        }
        if outcomes.is_empty() {
            outcomes.push(Outcome::Nothing);
        }
        outcomes
    }
}

impl Moment {
    pub fn is_checkpoint(&self) -> bool {
        matches!(self.outcome, Outcome::Checkpoint { .. } | Outcome::Back)
    }

    /// Whether it is what came of this piece.
    pub fn is(&self, piece: &Piece) -> bool {
        self.at == piece.at()
    }
}

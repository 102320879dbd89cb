//! What a chapter says about its reader's project, at a moment: it compiles, or is refused, or does harm.

use crate::follow::{Piece, Project};
use crate::pages::{Block, Page};
use crate::rustc::{Rustc, errors};
use crate::{compile, files};

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
        let named = |make: fn(String) -> Outcome, name: &str| block.value(name).map(make);
        let mut outcomes: Vec<Outcome> = named(Outcome::Harm, "harm")
            .into_iter()
            .chain(named(Outcome::Mended, "mended"))
            .collect();
        if let Some(codes) = block.value("refused") {
            let recording = |count: usize| {
                let page = page.path.replace("book/src/", "book/refused/");
                let page = page.trim_end_matches(".md");
                match count {
                    0 => format!("{page}-{codes}.txt"),
                    count => format!("{page}-{codes}-{}.txt", count + 1),
                }
            };
            let same = format!("{}:", page.path);
            let count = before.iter().filter(|moment| {
                let is_same =
                    matches!(&moment.outcome, Outcome::Refused { codes: other, .. } if *other == codes);
                is_same && moment.at.starts_with(&same)
            });
            let recording = recording(count.count());
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

    /// What is not as the page says. With `has_same_words`, what the compiler says to a refused
    /// piece must be what was recorded, to the letter.
    pub fn problem(&self, rustc: &Rustc, has_same_words: bool) -> Option<String> {
        let problem = match &self.outcome {
            Outcome::Nothing | Outcome::Back => Ok(()),
            Outcome::Harm(_) | Outcome::Mended(_) => self.compiles(rustc, None),
            Outcome::Checkpoint { text } => self.compiles(rustc, Some(text)),
            Outcome::Refused { codes, recording } => {
                self.refused(rustc, codes)
                    .and_then(|said| match has_same_words {
                        true => same(&said, recording),
                        false => Ok(()),
                    })
            }
        };
        problem
            .err()
            .map(|problem| format!("{}: {problem}", self.at))
    }

    /// It compiles. A checkpoint's text says so if the compiler warns.
    fn compiles(&self, rustc: &Rustc, checkpoint: Option<&str>) -> Result<(), String> {
        let said = compile::project(rustc, &self.project)?;
        if !said.compiles {
            return Err(format!("it does not compile here:\n{}", said.text));
        }
        let Some(text) = checkpoint else {
            return Ok(());
        };
        let told = text.to_lowercase().contains("warning");
        match said.text.is_empty() {
            false if !told => Err(format!(
                "the compiler warns here, and the checkpoint does not say so:\n{}",
                said.text
            )),
            true if told => Err("it speaks of a warning, but there is none".to_string()),
            _ => Ok(()),
        }
    }

    /// What the compiler says, from its first word to the last before it gives up.
    ///
    /// # Errors
    /// It compiles, or is refused for other reasons.
    pub fn refused(&self, rustc: &Rustc, codes: &str) -> Result<String, String> {
        let said = compile::project(rustc, &self.project)?;
        if said.compiles {
            return Err(format!("it compiles, and the page wants {codes}"));
        }
        let mut came: Vec<&str> = errors(&said.text).into_iter().map(code).collect();
        came.sort_unstable();
        came.dedup();
        let came = came.join("+");
        match came == codes {
            true => Ok(without_end(&said.text)),
            false => Err(format!(
                "the page wants {codes}, and what came is {came}:\n{}",
                said.text
            )),
        }
    }
}

/// The code of an error, or `uncoded`.
fn code(line: &str) -> &str {
    let code = line
        .strip_prefix("error[")
        .and_then(|rest| rest.split_once(']'));
    code.map_or("uncoded", |(code, _)| code)
}

/// Without the last lines, in whose place cargo has others.
fn without_end(text: &str) -> String {
    let end = text.find("\nerror: aborting due to ").unwrap_or(text.len());
    format!("{}\n", text.split_at(end).0.trim_end())
}

fn same(said: &str, recording: &str) -> Result<(), String> {
    let recorded = files::read(recording)?;
    if recorded == said {
        return Ok(());
    }
    let (expected, came) = first_difference(&recorded, said);
    Err(format!(
        "{recording} is not what the compiler says.\n  expected: {expected}\n  came:     {came}\n  \
         Record anew: cargo run -p book -- record refused"
    ))
}

fn first_difference<'a>(expected: &'a str, came: &'a str) -> (&'a str, &'a str) {
    const END: &str = "(the end)";
    let mut came = came.lines();
    for line in expected.lines() {
        match came.next() {
            Some(other) if other == line => {}
            other => return (line, other.unwrap_or(END)),
        }
    }
    (END, came.next().unwrap_or(END))
}

//! What the pages of a chapter ask of their reader.
//!
//! A minute is 150 words, or four typed lines, or half an attempt that is refused (typing is counted
//! apart), a third of a harm that is run, or a checkpoint. Folded asides and exercises do not count.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::align::Line;
use crate::follow::{Piece, Walk, walk};
use crate::moment::Outcome;
use crate::pages::{Page, Part, STEPS, chapter, parts};

/// How a folded aside begins.
const ASIDE: &str = "<details class=\"aside\">";

/// What a chapter asks of its reader.
#[derive(Default)]
pub struct Measure {
    pub words: usize,
    pub typed: usize,
    pub refusals: usize,
    pub harms: usize,
    /// The minutes of each page.
    pub pages: BTreeMap<String, usize>,
}

impl Measure {
    /// # Errors
    /// A page cannot be read.
    pub fn of(walk: &Walk) -> Result<Measure, String> {
        let mut measure = Measure::default();
        for page in chapter(&walk.step)?
            .iter()
            .filter(|page| !is_exercise(page))
        {
            measure.add(walk, page);
        }
        Ok(measure)
    }

    /// Of all chapters, in their order.
    ///
    /// # Errors
    /// A page cannot be read.
    pub fn all() -> Result<Vec<Measure>, String> {
        STEPS.iter().map(|step| Measure::of(&walk(step)?)).collect()
    }

    fn add(&mut self, walk: &Walk, page: &Page) {
        let asides = asides(page);
        let is_on_the_way = |at: &str| {
            let (path, line) = at.rsplit_once(':').unwrap_or((at, ""));
            let line = line.parse().unwrap_or_default();
            path == page.path && !asides.iter().any(|aside| aside.contains(&line))
        };
        let moments = walk.moments.iter();
        let here = moments.filter(|moment| is_on_the_way(&moment.at));
        let outcomes: Vec<&Outcome> = here.map(|moment| &moment.outcome).collect();
        let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|one| is(one)).count();
        let refusals = count(|one| matches!(one, Outcome::Refused { .. }));
        let harms = count(|one| matches!(one, Outcome::Harm(_)));
        let checkpoints = count(|one| matches!(one, Outcome::Checkpoint { .. }));
        let typed = typed(walk, |piece| is_on_the_way(&piece.at()));
        let read = read_words(page, &asides) * 60 / 150;
        let done = typed * 60 / 4 + refusals * 120 + harms * 180 + checkpoints * 60;
        self.words += words(page);
        self.typed += typed;
        self.refusals += refusals;
        self.harms += harms;
        let minutes = (read + done).div_ceil(60);
        self.pages.insert(page.path.clone(), minutes);
    }

    pub fn minutes(&self) -> usize {
        self.pages.values().sum()
    }
}

fn is_exercise(page: &Page) -> bool {
    page.path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.starts_with("ex"))
}

/// The lines that are new to a reader, and typed, of the pieces that count.
fn typed(walk: &Walk, counts: impl Fn(&Piece) -> bool) -> usize {
    let pieces = walk.pieces.iter();
    let pieces = pieces.filter(|piece| !piece.is_copied && counts(piece));
    pieces.map(|piece| new_lines(&piece.lines)).sum()
}

/// The lines of the folded asides.
fn asides(page: &Page) -> Vec<RangeInclusive<usize>> {
    let mut asides = Vec::new();
    let mut begin = None;
    for (number, line) in (1..).zip(page.text.lines()) {
        if line.starts_with(ASIDE) {
            begin = Some(number);
        } else if line.starts_with("</details>") {
            asides.extend(begin.take().map(|begin| begin..=number));
        }
    }
    asides
}

pub fn new_lines(lines: &[Line]) -> usize {
    lines
        .iter()
        .filter(|line| matches!(line, Line::New(_)))
        .count()
}

/// All words of a page, as `wc -w` counts them.
pub fn words(page: &Page) -> usize {
    page.text.split_whitespace().count()
}

/// The words outside of blocks of code and folded asides.
fn read_words(page: &Page, asides: &[RangeInclusive<usize>]) -> usize {
    let mut words = 0;
    for part in parts(&page.text) {
        let (Part::Paragraph { line, text } | Part::Checkpoint { line, text }) = part else {
            continue;
        };
        if !asides.iter().any(|aside| aside.contains(&line)) {
            words += text.split_whitespace().count();
        }
    }
    words
}

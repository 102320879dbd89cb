//! What the pages of a chapter ask of their reader.
//!
//! A minute is 150 words, or four typed lines, or half an attempt that is refused (typing is counted
//! apart), a third of a harm that is run, or a checkpoint. Folded asides and exercises do not count.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::align::Line;
use crate::follow::{Walk, walk};
use crate::moment::{Moment, Outcome};
use crate::page::is_exercise;
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
    pub fn of(walk: &Walk) -> Result<Measure, String> {
        let mut measure = Measure::default();
        let pages = chapter(&walk.step)?;
        for page in pages.iter().filter(|page| !is_exercise(&page.path)) {
            measure.add(walk, page);
        }
        Ok(measure)
    }

    /// Of all chapters, in their order.
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
        let here = |moment: &&Moment| is_on_the_way(&moment.at);
        let outcomes: Vec<&Moment> = walk.moments.iter().filter(here).collect();
        let count =
            |is: fn(&Outcome) -> bool| outcomes.iter().filter(|one| is(&one.outcome)).count();
        let refusals = count(|one| matches!(one, Outcome::Refused { .. }));
        let harms = count(|one| matches!(one, Outcome::Harm(_)));
        let checkpoints = count(|one| matches!(one, Outcome::Checkpoint { .. }));
        let pieces = walk.pieces.iter().filter(|piece| !piece.is_copied);
        let pieces = pieces.filter(|piece| is_on_the_way(&piece.at()));
        let typed: usize = pieces.map(|piece| new_lines(&piece.lines)).sum();
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

/// How many lines are new to a reader.
pub fn new_lines(lines: &[Line]) -> usize {
    let is_new = |line: &&Line| matches!(line, Line::New(_));
    lines.iter().filter(is_new).count()
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

//! How long a page takes, by a rule, and how long the book is.
//!
//! A minute is 150 words, or four typed lines, or half an attempt that is refused (typing is counted
//! apart), a third of a harm that is run, or a checkpoint. Folded asides and exercises do not count.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::ops::RangeInclusive;

use crate::align::Line;
use crate::files;
use crate::follow::{Piece, Walk, walk};
use crate::moment::Outcome;
use crate::pages::{Page, Part, STEPS, all, chapter, parts};

const TABLE: &str = "book/recorded/minutes.md";

/// How a folded aside begins.
const ASIDE: &str = "<details class=\"aside\">";

/// How a page says it, under its title.
const BEGIN: &str = "<p class=\"minutes\">";
const END: &str = "</p>";

/// The most words and minutes of each chapter, without its exercises.
const LIMITS: [(usize, usize); 6] = [
    (3_500, 150),
    (4_500, 150),
    (4_000, 150),
    (4_500, 150),
    (10_000, 180),
    (8_000, 150),
];

/// The most words of the whole book.
const MOST_WORDS: usize = 75_000;

/// The fewest attempts in the typed flow: refusals and harms of the book, and both of a chapter.
const FEWEST: (usize, usize, usize) = (40, 15, 4);

/// How many lines may be typed, and how many pieces, before the next checkpoint.
const FAR: (usize, usize) = (30, 3);

/// What a chapter asks of its reader.
#[derive(Default)]
struct Measure {
    words: usize,
    typed: usize,
    refusals: usize,
    harms: usize,
    pages: BTreeMap<String, usize>,
}

impl Measure {
    fn of(walk: &Walk) -> Result<Measure, String> {
        let mut measure = Measure::default();
        for page in chapter(&walk.step)?
            .iter()
            .filter(|page| !is_exercise(page))
        {
            let asides = asides(page);
            let is_on_the_way = |at: &str| match at.rsplit_once(':') {
                Some((path, line)) => {
                    let line = line.parse().unwrap_or_default();
                    path == page.path && !asides.iter().any(|aside| aside.contains(&line))
                }
                None => false,
            };
            let here = walk
                .moments
                .iter()
                .filter(|moment| is_on_the_way(&moment.at));
            let outcomes: Vec<&Outcome> = here.map(|moment| &moment.outcome).collect();
            let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|one| is(one)).count();
            let refusals = count(|one| matches!(one, Outcome::Refused { .. }));
            let harms = count(|one| matches!(one, Outcome::Harm(_)));
            let checkpoints = count(|one| matches!(one, Outcome::Checkpoint { .. }));
            let typed = typed(walk, |piece| is_on_the_way(&piece.at()));
            let seconds = read_words(page) * 60 / 150
                + typed * 60 / 4
                + refusals * 120
                + harms * 180
                + checkpoints * 60;
            measure.words += words(page);
            measure.typed += typed;
            measure.refusals += refusals;
            measure.harms += harms;
            measure
                .pages
                .insert(page.path.clone(), seconds.div_ceil(60));
        }
        Ok(measure)
    }

    fn minutes(&self) -> usize {
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

fn new_lines(lines: &[Line]) -> usize {
    lines
        .iter()
        .filter(|line| matches!(line, Line::New(_)))
        .count()
}

/// All words of a page, as `wc -w` counts them.
fn words(page: &Page) -> usize {
    page.text.split_whitespace().count()
}

/// The words outside of blocks of code and folded asides.
fn read_words(page: &Page) -> usize {
    let asides = asides(page);
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

/// The pages of a chapter with their minutes put right.
///
/// # Errors
/// A page cannot be read, or has no line for its minutes.
pub fn told(walk: &Walk) -> Result<Vec<(String, String)>, String> {
    let measure = Measure::of(walk)?;
    let mut told = Vec::new();
    for (path, minutes) in &measure.pages {
        let minutes = match path.ends_with("/README.md") {
            true => measure.minutes(),
            false => *minutes,
        };
        let text = files::read(path)?;
        let line = text
            .lines()
            .find(|line| line.starts_with(BEGIN) && line.ends_with(END));
        let line = line.ok_or(format!(
            "{path}: no line {BEGIN}10 minutes{END} under the title"
        ))?;
        told.push((
            path.clone(),
            text.replace(line, &format!("{BEGIN}{}{END}", in_words(minutes))),
        ));
    }
    Ok(told)
}

fn in_words(minutes: usize) -> String {
    match minutes {
        1 => "1 minute".to_string(),
        minutes => format!("{minutes} minutes"),
    }
}

/// Writes the table of all chapters anew.
///
/// # Errors
/// A file cannot be read or written.
pub fn record() -> Result<(), String> {
    files::write(TABLE, &table(&measures()?)?)
}

fn measures() -> Result<Vec<Measure>, String> {
    STEPS.iter().map(|step| Measure::of(&walk(step)?)).collect()
}

fn table(measures: &[Measure]) -> Result<String, String> {
    let mut table = String::from(
        "| chapter | minutes | lines that you type | refused by the compiler | harms that you run |\n\
         |---|---|---|---|---|\n",
    );
    for (step, one) in STEPS.iter().zip(measures) {
        let title = chapter(step)?.first().and_then(|page| {
            page.text
                .lines()
                .find_map(|line| line.strip_prefix("# ").map(str::to_string))
        });
        let (title, number) = (title.unwrap_or_default(), step.split_at(2).0);
        let (typed, refusals, harms) = (one.typed, one.refusals, one.harms);
        let minutes = one.minutes();
        let _ = writeln!(
            table,
            "| {number} {title} | {minutes} | {typed} | {refusals} | {harms} |"
        );
    }
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    let (minutes, typed) = (sum(Measure::minutes), sum(|one| one.typed));
    let (refusals, harms) = (sum(|one| one.refusals), sum(|one| one.harms));
    let _ = writeln!(
        table,
        "| all | {minutes} | {typed} | {refusals} | {harms} |"
    );
    Ok(table)
}

/// What is longer than it may be, and attempts that are too few; and prints how long it is.
///
/// # Errors
/// A page cannot be read.
pub fn check() -> Result<Vec<String>, String> {
    let measures = measures()?;
    let table = table(&measures)?;
    let mut problems = Vec::new();
    if files::read(TABLE).unwrap_or_default() != table {
        problems.push(format!(
            "{TABLE} is not right: cargo run -p book -- record minutes"
        ));
    }
    let mut at_most = |what: &str, is: usize, most: usize| {
        let _ = writeln!(io::stdout(), "{what}: {is} of {most}"); // a reader may have enough
        if is > most {
            problems.push(format!("{what}: {is}, and at most {most} are allowed"));
        }
    };
    for ((step, one), (words, minutes)) in STEPS.iter().zip(&measures).zip(LIMITS) {
        at_most(&format!("{step}, words"), one.words, words);
        at_most(&format!("{step}, minutes"), one.minutes(), minutes);
    }
    at_most(
        "the book, words",
        all()?.iter().map(words).sum(),
        MOST_WORDS,
    );
    let (fewest_refusals, fewest_harms, fewest) = FEWEST;
    let mut at_least = |what: &str, is: usize, least: usize| {
        if is < least {
            problems.push(format!("{what}: {is}, and at least {least} are wanted"));
        }
    };
    for (step, one) in STEPS.iter().zip(&measures) {
        at_least(
            &format!("{step}, attempts"),
            one.refusals + one.harms,
            fewest,
        );
    }
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    at_least("refusals", sum(|one| one.refusals), fewest_refusals);
    at_least("harms", sum(|one| one.harms), fewest_harms);
    Ok(problems)
}

/// Checkpoints that are too far from the one before.
pub fn far(walk: &Walk) -> Vec<String> {
    let mut problems = Vec::new();
    let (mut lines, mut pieces) = (0, 0);
    for moment in &walk.moments {
        if moment.is_checkpoint() {
            if lines > FAR.0 && pieces > FAR.1 {
                problems.push(format!(
                    "{}: {lines} typed lines in {pieces} pieces since the last checkpoint; one is \
                     to come after {} lines or {} pieces",
                    moment.at, FAR.0, FAR.1
                ));
            }
            (lines, pieces) = (0, 0);
            continue;
        }
        let piece = walk.pieces.iter().find(|piece| moment.is(piece));
        if let Some(piece) = piece.filter(|piece| !piece.is_copied) {
            lines += new_lines(&piece.lines);
            pieces += 1;
        }
    }
    problems
}

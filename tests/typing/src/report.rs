//! Where a reader is, what comes next, and what is not as on the page, in words.

use crate::compare::{Compared, Difference, Kind, compare};
use crate::moment::Outcome;
use crate::nearest::{Nearest, nearest};
use crate::next::next;
use crate::origin::{Known, known, origin};
use crate::route::{Route, Sources};
use crate::told::told;

/// How many differences are told. More of them have one cause.
const MOST: usize = 6;

/// What can be said of a reader's project.
pub struct Report {
    /// Such as `chapter 05, checkpoint 3 of 7`.
    pub place: String,
    /// The index of the place's stop.
    pub at: usize,
    /// The last piece, and the next.
    pub pieces: Vec<String>,
    /// Each with what stands on both sides.
    pub differences: Vec<String>,
    /// What the reader has added, and calls otherwise.
    pub own: Vec<String>,
}

/// `package` is what the reader's crate is called, and `since` the stop that was reached before.
///
/// # Errors
/// A page cannot be read.
pub fn report(
    route: &Route,
    mine: &Sources,
    package: &str,
    since: usize,
) -> Result<Report, String> {
    let nearest = nearest(route, mine, since);
    let at = nearest.at;
    let Compared { differences, names } = compare(&route.stops[at].files, mine);
    let (own, differences): (Vec<Difference>, Vec<Difference>) = differences
        .into_iter()
        .partition(|one| is_own(route, at, one));
    let (place, pieces) = place(route, &nearest, &differences, mine)?;
    let names = names.iter().map(|name| {
        let (file, line) = (&name.file, name.line);
        format!(
            "{file}:{line}: you call `{}` what the page calls `{}`",
            name.mine, name.page
        )
    });
    let own = own
        .iter()
        .filter_map(|one| own_part(one, mine))
        .chain(names);
    let told = |one: &Difference| told(route, at, one, mine, package);
    Ok(Report {
        place,
        at,
        pieces,
        differences: differences.iter().map(told).collect(),
        own: own.collect(),
    })
}

fn place(
    route: &Route,
    nearest: &Nearest,
    differences: &[Difference],
    mine: &Sources,
) -> Result<(String, Vec<String>), String> {
    let at = nearest.at;
    let begun = route.begun(at);
    let place = route.place(&route.stops[at]);
    if differences.iter().any(|one| one.kind == Kind::EmptyFile) {
        return Ok((format!("Perhaps {place}"), Vec::new()));
    }
    if nearest.distance * 2 > nearest.size {
        let place = format!("This is far from all that is in the book. Nearest is {place}");
        return Ok((place, Vec::new()));
    }
    let is_last = |one: &Difference| is_half(one, mine) && origin(route, at, one) == begun;
    if begun > 0 && differences.iter().any(is_last) {
        let place = route.place(&route.stops[begun - 1]) + ", in the midst of the next piece";
        return Ok((place, next("Go on with", route.stops.get(begun))?));
    }
    let mut pieces = Vec::new();
    if let Outcome::Refused { codes, .. } = &route.stops[at].outcome {
        let attempt = "The last piece is an attempt, and the page wants this refusal";
        pieces.push(format!("{attempt}: {codes}.\n"));
    }
    pieces.extend(next("Next", route.stops.get(at + 1))?);
    // After an attempt that is taken back, one has the same files again.
    for again in route.again(at) {
        let stop = route.stops.get(again + 1);
        pieces.extend(next("Or, if that is behind you", stop)?.into_iter().take(1));
    }
    Ok((place, pieces))
}

/// Whether a line is still to be typed, or is being typed.
fn is_half(one: &Difference, mine: &Sources) -> bool {
    let is_open = || mine.get(&one.file).is_some_and(|file| !file.is_whole);
    match one.kind {
        Kind::Missing | Kind::NoFile => true,
        Kind::Changed => is_open(),
        _ => false,
    }
}

/// Whether a reader has added this on purpose: no page has it anywhere.
fn is_own(route: &Route, at: usize, one: &Difference) -> bool {
    let is_bracket = one.key.starts_with(['}', ')']);
    matches!(one.kind, Kind::More | Kind::MoreFile)
        && !is_bracket
        && matches!(known(route, at, one), Known::Nothing)
}

fn own_part(one: &Difference, mine: &Sources) -> Option<String> {
    let Some(part) = &one.mine else {
        return Some(one.file.clone());
    };
    let mut lines = mine.get(&one.file)?.lines.iter().skip(part.first - 1);
    let line = lines.find(|line| !line.trim().starts_with("#["))?.trim();
    let says_something = part.text.contains(char::is_alphanumeric);
    says_something.then(|| format!("{}:{}: {line}", one.file, part.first))
}

impl Report {
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.place);
        if !self.pieces.is_empty() {
            text += &format!("{}\n\n", self.pieces.join("\n"));
        }
        text += match self.differences.is_empty() {
            true => "So far, all is as on the pages.\n\n",
            false => "Not as on the page:\n\n",
        };
        for difference in self.differences.iter().take(MOST) {
            text += &format!("{difference}\n\n");
        }
        if let Some(more @ 1..) = self.differences.len().checked_sub(MOST) {
            text += &format!("And {more} more. Mend these first.\n\n");
        }
        if !self.own.is_empty() {
            text += &format!("Your own, and left alone:\n  {}\n", self.own.join("\n  "));
        }
        text.trim_end().to_string()
    }
}

/// How far each chapter is behind a reader: `checkpoint 3 of 7`.
pub fn progress(route: &Route, at: usize) -> Vec<String> {
    let stop = &route.stops[at];
    let reached = |(chapter, of): (usize, &usize)| match chapter {
        before if before < stop.chapter => format!("checkpoint {of} of {of}"),
        now if now == stop.chapter => format!("checkpoint {} of {of}", stop.checkpoint),
        _ => format!("checkpoint 0 of {of}"),
    };
    route.checkpoints.iter().enumerate().map(reached).collect()
}

//! Where a reader is, what comes next, and what is not as on the page, in words.

use crate::compare::{Compared, Difference, Kind, compare};
use crate::nearest::nearest;
use crate::next::place;
use crate::origin::{Known, known};
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
    let own = own.iter().filter_map(|one| own_part(one, mine));
    let told = |one: &Difference| told(route, at, one, mine, package);
    Ok(Report {
        place,
        at,
        pieces,
        differences: differences.iter().map(told).collect(),
        own: own.chain(names).collect(),
    })
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
    let mut lines = mine.get(&one.file)?.lines[part.first - 1..].iter();
    let line = lines.find(|line| !line.trim().starts_with("#["))?.trim();
    let says_something = part.text.contains(char::is_alphanumeric);
    says_something.then(|| format!("{}:{}: {line}", one.file, part.first))
}

impl Report {
    pub fn text(&self) -> String {
        let mut parts = vec![self.place.clone()];
        if !self.pieces.is_empty() {
            parts.push(self.pieces.join("\n"));
        }
        parts.push(match self.differences.is_empty() {
            true => "So far, all is as on the pages.".to_string(),
            false => "Not as on the page:".to_string(),
        });
        parts.extend(self.differences.iter().take(MOST).cloned());
        if let Some(more @ 1..) = self.differences.len().checked_sub(MOST) {
            parts.push(format!("And {more} more. Mend these first."));
        }
        if !self.own.is_empty() {
            let own = self.own.join("\n  ");
            parts.push(format!("Your own, and left alone:\n  {own}"));
        }
        parts.join("\n\n").trim_end().to_string()
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

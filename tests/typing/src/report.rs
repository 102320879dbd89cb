//! Where a reader is, what comes next, and what is not as on the page, in words.

use crate::compare::{Compared, Difference, Kind, compare};
use crate::moment::Outcome;
use crate::nearest::nearest;
use crate::next::next;
use crate::origin::{Known, known, origin};
use crate::pages::STEPS;
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
    pub next: Vec<String>,
    /// Each with what stands on both sides.
    pub differences: Vec<String>,
    /// What the reader has added, and calls otherwise.
    pub own: Vec<String>,
}

/// `package` is what the reader's crate is called.
///
/// # Errors
/// A page cannot be read.
pub fn report(route: &Route, mine: &Sources, package: &str) -> Result<Report, String> {
    let nearest = nearest(route, mine);
    let at = nearest.at;
    let Compared { differences, names } = compare(&route.stops[at].files, mine);
    let (own, differences): (Vec<Difference>, Vec<Difference>) = differences
        .into_iter()
        .partition(|one| is_own(route, at, one));
    let begun = route.begun(at);
    let is_last = |one: &Difference| {
        let is_gone = matches!(one.kind, Kind::Missing | Kind::NoFile);
        begun > 0 && is_gone && origin(route, at, one) == begun
    };
    let is_amid = differences.iter().any(is_last);
    let mut place = match is_amid {
        true => route.place(&route.stops[begun - 1]) + ", in the midst of the next piece",
        false => route.place(&route.stops[at]),
    };
    if nearest.distance * 2 > nearest.size {
        place = format!("This is far from everything in the book. Nearest: {place}");
    }
    let own = own
        .iter()
        .filter_map(|one| own_part(one, mine))
        .chain(names.iter().map(|name| {
            format!(
                "{}:{}: you call `{}` what the page calls `{}`",
                name.file, name.line, name.mine, name.page
            )
        }));
    Ok(Report {
        place,
        at,
        next: match is_amid {
            true => next("Go on with", route.stops.get(begun))?,
            false => next("Next", route.stops.get(at + 1))?,
        },
        differences: differences
            .iter()
            .map(|one| told(route, at, one, mine, package))
            .collect(),
        own: own.collect(),
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
    let line = mine.get(&one.file)?.lines.get(part.first - 1)?.trim();
    let says_something = part.text.contains(char::is_alphanumeric);
    says_something.then(|| format!("{}:{}: {line}", one.file, part.first))
}

impl Report {
    pub fn text(&self, route: &Route) -> String {
        let mut text = format!("{}\n", self.place);
        if let Outcome::Refused { codes, .. } = &route.stops[self.at].outcome {
            text +=
                &format!("The last piece is an attempt. The page wants this refusal: {codes}.\n");
        }
        text += &format!("\n{}\n\n", self.next.join("\n"));
        match self.differences.len() {
            0 => text += "So far, all is as on the pages.\n",
            _ => text += "Not as on the page:\n\n",
        }
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
    let of = route.checkpoints.iter().take(STEPS.len()).enumerate();
    let reached = of.map(|(chapter, of)| {
        let number = match chapter.cmp(&stop.chapter) {
            std::cmp::Ordering::Less => *of,
            std::cmp::Ordering::Equal => stop.checkpoint,
            std::cmp::Ordering::Greater => 0,
        };
        format!("checkpoint {number} of {of}")
    });
    reached.collect()
}

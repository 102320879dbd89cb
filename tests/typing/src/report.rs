//! Where a reader is, what comes next, and what is not as on the page, in words.

use crate::compare::{Compared, Difference, Kind, compare};
use crate::moment::Outcome;
use crate::nearest::nearest;
use crate::origin::{Known, known, origin};
use crate::pages::STEPS;
use crate::route::{Route, Sources, Stop};
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
    let is_last = |one: &Difference| {
        let is_gone = matches!(one.kind, Kind::Missing | Kind::NoFile);
        at > 0 && is_gone && route.settled(origin(route, at, one)) == at
    };
    let is_amid = differences.iter().any(is_last);
    let mut place = match is_amid {
        true => route.place(before(route, at)) + ", in the midst of the piece after it",
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
        next: next(route, at, is_amid)?,
        differences: differences
            .iter()
            .map(|one| told(route, at, one, mine, package))
            .collect(),
        own: own.collect(),
    })
}

fn before(route: &Route, at: usize) -> &Stop {
    let files = &route.stops[at].files;
    let mut others = route.stops[..at].iter().rev();
    let other = others.find(|stop| {
        !stop
            .files
            .values()
            .map(std::rc::Rc::as_ptr)
            .eq(files.values().map(std::rc::Rc::as_ptr))
    });
    other.unwrap_or(&route.stops[0])
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

/// The next piece: where it is, where it goes, and its first line.
fn next(route: &Route, at: usize, is_amid: bool) -> Result<Vec<String>, String> {
    let files = &route.stops[at].files;
    let same = |stop: &&Stop| std::ptr::eq(files, &stop.files);
    let next = match is_amid {
        true => route
            .stops
            .iter()
            .rfind(|stop| same(stop) || stop.at == route.stops[at].at),
        false => route.stops.get(at + 1),
    };
    let Some(stop) = next else {
        return Ok(vec![
            "The book's six chapters are typed. Next: book/src/next.md".to_string(),
        ]);
    };
    let page = stop.page()?;
    let heading = page.iter().rfind(|line| line.starts_with('#'));
    let heading = heading.map_or("", |line| line.trim_start_matches('#').trim());
    let path = stop.at.trim_start_matches("book/src/");
    let (path, _) = path.split_once(".md").unwrap_or((path, ""));
    let word = if is_amid { "Go on with" } else { "Next" };
    let mut lines = vec![format!("{word}: \"{heading}\", {} ({path}.html)", stop.at)];
    let fence = page.iter().rposition(|line| line.starts_with("```"));
    let place = page[..fence.unwrap_or(page.len())]
        .iter()
        .rfind(|line| !line.is_empty());
    lines.extend(place.map(|line| format!("  {line}")));
    if !stop.first.is_empty() {
        lines.push(format!("      {}", stop.first));
    }
    if let Outcome::Refused { codes, .. } = &stop.outcome {
        lines.push(format!(
            "  An attempt: the compiler will refuse it, with {codes}."
        ));
    }
    Ok(lines)
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
        text
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

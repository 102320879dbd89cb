//! At which place a reader is, and what is to be typed next.

use crate::compare::{Difference, Kind};
use crate::moment::Outcome;
use crate::nearest::Nearest;
use crate::origin::origin;
use crate::route::{Route, Sources, Stop};

/// Of a project with fewer pairs of tokens than this, a few lines are much.
const SMALL: usize = 150;

/// The place, and what is said of the last piece and the next.
///
/// # Errors
/// A page cannot be read.
pub fn place(
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
    if nearest.distance * 2 > nearest.size.max(SMALL) {
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

/// The piece of a stop: where it is, where it goes, and its first line.
///
/// # Errors
/// The page cannot be read.
fn next(word: &str, stop: Option<&Stop>) -> Result<Vec<String>, String> {
    let Some(stop) = stop else {
        let end = "All six chapters are typed. Next: book/src/next.md";
        return Ok(vec![end.to_string()]);
    };
    let page = stop.page()?;
    let path = stop.at.trim_start_matches("book/src/");
    let (path, _) = path.split_once(".md").unwrap_or((path, ""));
    let heading = heading(&page);
    let mut lines = vec![format!("{word}: \"{heading}\", {} ({path}.html)", stop.at)];
    let mut above = page.iter().rev();
    let place = above.find(|line| !line.is_empty() && !line.starts_with("```"));
    lines.extend(place.map(|line| format!("  {line}")));
    if !stop.first.is_empty() {
        lines.push(format!("      {}", stop.first));
    }
    if let Outcome::Refused { codes, .. } = &stop.outcome {
        let attempt = "An attempt: the compiler will refuse it, with";
        lines.push(format!("  {attempt} {codes}."));
    }
    Ok(lines)
}

/// The last one; in code, `#` means another thing.
fn heading(page: &[String]) -> &str {
    let parts = page.split(|line| line.starts_with("```"));
    let outside = parts.step_by(2).flatten();
    let heading = outside.filter(|line| line.starts_with('#')).last();
    heading.map_or("", |line| line.trim_start_matches('#').trim())
}

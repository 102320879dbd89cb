//! Which piece of which page a line comes from.

use crate::compare::{Difference, Kind, Part};
use crate::moment::Outcome;
use crate::route::{Route, Stop};

/// What the pages know of lines that a reader has and the page has not.
pub enum Known<'a> {
    /// They come later.
    Later(&'a Stop),
    /// They were there until this piece.
    Until(&'a Stop),
    /// They belong to an attempt that was to be taken back.
    Attempt(&'a Stop, String),
    Nothing,
}

fn has(stop: &Stop, difference: &Difference, part: Option<&Part>) -> bool {
    let file = stop.files.get(&difference.file);
    file.is_some_and(|file| part.is_none_or(|part| file.has(&difference.key, &part.text)))
}

/// The index of the stop with whose piece the page's lines have come.
pub fn origin(route: &Route, at: usize, difference: &Difference) -> usize {
    let part = difference.page.as_ref();
    let mut last = Some(at);
    let mut first = at;
    while let Some(end) = last {
        let before = route.stops[..=end].iter().rev();
        let since = before
            .take_while(|stop| has(stop, difference, part))
            .count();
        first = end + 1 - since.max(1);
        // Going back brings again what was there before.
        let is_back = matches!(route.stops[first].outcome, Outcome::Back);
        let mut earlier = (0..first).rev().filter(|_| is_back);
        last = earlier.find(|before| has(&route.stops[*before], difference, part));
    }
    first
}

pub fn known<'a>(route: &'a Route, at: usize, difference: &Difference) -> Known<'a> {
    let part = difference.mine.as_ref();
    if part.is_none() && difference.kind != Kind::MoreFile {
        return Known::Nothing;
    }
    let stops = &route.stops;
    if let Some(last) = (0..at)
        .rev()
        .find(|&before| has(&stops[before], difference, part))
    {
        let before = (0..last)
            .rev()
            .find(|&before| !has(&stops[before], difference, part));
        let run = &stops[before.map_or(0, |before| before + 1)..=last];
        let is_kept = run.iter().any(Stop::is_checkpoint);
        return match &run[0] {
            Stop {
                outcome: Outcome::Refused { codes, .. },
                ..
            } if !is_kept => Known::Attempt(&run[0], codes.clone()),
            _ => Known::Until(&stops[last + 1]),
        };
    }
    let mut later = stops[at..]
        .iter()
        .filter(|stop| has(stop, difference, part));
    later.next().map_or(Known::Nothing, Known::Later)
}

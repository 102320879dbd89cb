//! Which piece of which page a line comes from.

use crate::compare::{Difference, Kind};
use crate::hunks::Part;
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
    let is_there = |stop: usize| has(&route.stops[stop], difference, difference.page.as_ref());
    let mut first = at;
    loop {
        while first > 0 && is_there(first) && is_there(first - 1) {
            first -= 1;
        }
        // Going back brings again what was there before.
        let is_back = route.stops[first].outcome == Outcome::Back;
        match (0..first).rev().find(|before| is_back && is_there(*before)) {
            Some(before) => first = before,
            None => return first,
        }
    }
}

pub fn known<'a>(route: &'a Route, at: usize, difference: &Difference) -> Known<'a> {
    let part = difference.mine.as_ref();
    if part.is_none() && difference.kind != Kind::MoreFile {
        return Known::Nothing;
    }
    let stops = &route.stops;
    let is_there = |stop: &Stop| has(stop, difference, part);
    let Some(last) = stops[..at].iter().rposition(is_there) else {
        let later = stops[at..].iter().find(|stop| is_there(stop));
        return later.map_or(Known::Nothing, Known::Later);
    };
    let before = stops[..last].iter().rposition(|stop| !is_there(stop));
    let run = &stops[before.map_or(0, |before| before + 1)..=last];
    match &run[0].outcome {
        Outcome::Refused { codes, .. } if !run.iter().any(Stop::is_checkpoint) => {
            Known::Attempt(&run[0], codes.clone())
        }
        _ => Known::Until(&stops[last + 1]),
    }
}

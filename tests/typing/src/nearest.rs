//! Which place of the route a project is nearest to.

use std::collections::HashMap;
use std::rc::Rc;

use crate::route::{Route, Sources};
use crate::source::Source;

/// How much of a piece must be there before one is said to be in its midst: pairs of tokens.
const BEGUN: usize = 4;

pub struct Nearest {
    /// The index of a stop.
    pub at: usize,
    /// How much differs, of how much.
    pub distance: usize,
    pub size: usize,
}

/// Of stops that are equally near the one that has the same comments, and then the first from `since`
/// on: after an attempt that is taken back, one has the same files again.
pub fn nearest(route: &Route, mine: &Sources, since: usize) -> Nearest {
    let mut known = HashMap::new();
    let mut distances = route
        .stops
        .iter()
        .map(|stop| distance(&stop.files, mine, &mut known));
    let distances: Vec<usize> = distances.by_ref().collect();
    let least = distances.iter().min().copied();
    let equal = (0..distances.len()).filter(|at| Some(distances[*at]) == least);
    let rank = |at: &usize| {
        let other_lines = usize::MAX - same_lines(&route.stops[*at].files, mine);
        (other_lines, *at < since)
    };
    let at = equal.min_by_key(rank).unwrap_or(0);
    let settled = route.settled(at);
    let again = route.again(settled).into_iter().map(|again| again + 1);
    let nexts = std::iter::once(settled + 1).chain(again);
    let begun = nexts.filter(|next| *next < distances.len()).map(|next| {
        let (here, there) = (&route.stops[at].files, &route.stops[next].files);
        let size = distance(there, here, &mut HashMap::new());
        let typed = (distances[at] + size).saturating_sub(distances[next]) / 2;
        (typed, next)
    });
    let at = match begun.max_by_key(|(typed, _)| *typed) {
        Some((typed, next)) if typed >= BEGUN => next,
        _ => at,
    };
    Nearest {
        at: route.settled(at),
        distance: distances[at],
        size: mine.values().map(|file| file.pairs.len()).sum(),
    }
}

fn distance(page: &Sources, mine: &Sources, known: &mut HashMap<(usize, usize), usize>) -> usize {
    let address = |source: &Rc<Source>| Rc::as_ptr(source) as usize;
    let mut sum = 0;
    for (name, source) in page {
        sum += match mine.get(name) {
            // It says nothing about the place.
            Some(other) if other.is_empty() || Rc::ptr_eq(source, other) => 0,
            Some(other) => *known
                .entry((address(source), address(other)))
                .or_insert_with(|| source.distance(other)),
            None => source.pairs.len(),
        };
    }
    let more = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    sum + more.map(|(_, source)| source.pairs.len()).sum::<usize>()
}

fn same_lines(page: &Sources, mine: &Sources) -> usize {
    let trimmed = |source: &Source| {
        let lines = source.lines.iter().map(|line| line.trim().to_string());
        lines.collect::<Vec<String>>()
    };
    let same = |(name, source): &(&String, &Rc<Source>)| {
        mine.get(*name)
            .is_some_and(|other| Rc::ptr_eq(source, other) || trimmed(source) == trimmed(other))
    };
    page.iter().filter(same).count()
}

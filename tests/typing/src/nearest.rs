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
    let stops = route.stops.iter();
    let distances = stops.map(|stop| distance(&stop.files, mine, &mut known));
    let distances: Vec<usize> = distances.collect();
    let least = distances.iter().min().copied();
    let equal = (0..distances.len()).filter(|at| Some(distances[*at]) == least);
    let rank = |at: &usize| {
        let other_lines = usize::MAX - same_lines(&route.stops[*at].files, mine);
        (other_lines, *at < since)
    };
    let at = equal.min_by_key(rank).unwrap_or(0);
    let at = begun(route, at, &distances).unwrap_or(at);
    Nearest {
        at: route.settled(at),
        distance: distances[at],
        size: mine.values().map(|file| file.pairs.len()).sum(),
    }
}

/// The stop whose piece is begun, of those that can come next.
fn begun(route: &Route, at: usize, distances: &[usize]) -> Option<usize> {
    let settled = route.settled(at);
    let again = route.again(settled).into_iter().map(|again| again + 1);
    let nexts = std::iter::once(settled + 1).chain(again);
    let begun = nexts.filter_map(|next| {
        let there = &route.stops.get(next)?.files;
        let size = distance(there, &route.stops[at].files, &mut HashMap::new());
        let typed = (distances[at] + size).saturating_sub(distances[next]) / 2;
        (typed >= BEGUN).then_some((typed, next))
    });
    begun.max().map(|(_, next)| next)
}

fn distance(page: &Sources, mine: &Sources, known: &mut HashMap<(usize, usize), usize>) -> usize {
    let address = |source: &Rc<Source>| Rc::as_ptr(source) as usize;
    let mut between = |(name, source): (&String, &Rc<Source>)| match mine.get(name) {
        // It says nothing about the place.
        Some(other) if other.is_empty() => 0,
        Some(other) => *known
            .entry((address(source), address(other)))
            .or_insert_with(|| source.distance(other)),
        None => source.pairs.len(),
    };
    let sum: usize = page.iter().map(&mut between).sum();
    let more = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    sum + more.map(|(_, source)| source.pairs.len()).sum::<usize>()
}

fn same_lines(page: &Sources, mine: &Sources) -> usize {
    let is_same = |one: &Source, other: &Source| {
        let (one, other) = (one.lines.iter(), other.lines.iter());
        one.map(|line| line.trim())
            .eq(other.map(|line| line.trim()))
    };
    let pairs = page
        .iter()
        .filter_map(|(name, source)| Some((source, mine.get(name)?)));
    pairs.filter(|(one, other)| is_same(one, other)).count()
}

//! Which place of the route a project is nearest to.

use std::collections::HashMap;
use std::rc::Rc;

use crate::route::{Route, Sources};
use crate::source::Source;
use crate::stop::Stop;

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
    let mut to = |stop: &Stop| distance(&stop.files, mine, &mut known);
    let distances: Vec<usize> = route.stops.iter().map(&mut to).collect();
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

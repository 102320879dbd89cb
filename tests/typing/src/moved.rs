//! What is missing in one place and stands in another; and what is told once, and not again for each
//! of its consequences.

use crate::align::hunks;
use crate::compare::{Difference, Kind, lost};
use crate::hunks::Part;
use crate::route::Sources;
use crate::source::Unit;

pub fn find(differences: &mut Vec<Difference>, page: &Sources, mine: &Sources) {
    order(differences);
    for at in 0..differences.len() {
        let one = &differences[at];
        let found = match one.kind {
            Kind::Missing => item(one, page, mine),
            Kind::NoFile => file(one, page, mine),
            _ => None,
        };
        let Some((file, key, part)) = found else {
            continue;
        };
        let is_it = |other: &&mut Difference| {
            other.page.is_none() && other.file == *file && other.key == key
        };
        if let Some(other) = differences.iter_mut().find(is_it) {
            // Both are told as one.
            other.kind = Kind::Told;
        }
        let one = &mut differences[at];
        (one.kind, one.mine) = match part {
            Some(part) if last(&one.key) != last(key) => (Kind::Changed, Some(part)),
            part => {
                let line = part.map_or(1, |part| part.first);
                (Kind::Elsewhere(file.clone(), line), one.mine.take())
            }
        };
    }
}

/// A statement that is missing, and stands further up or down in the same item.
fn order(differences: &mut Vec<Difference>) {
    let mut at = 0;
    while at < differences.len() {
        let one = &differences[at];
        let text = |part: &Option<Part>| part.as_ref().map(|part| part.text.clone());
        let is_it = |other: &Difference| {
            let is_there = (&other.file, &other.key) == (&one.file, &one.key);
            is_there && other.page.is_none() && text(&other.mine) == text(&one.page)
        };
        let same = differences.iter().position(is_it);
        if let Some(other) = same.filter(|_| one.kind == Kind::Missing) {
            let part = differences.remove(other).mine;
            at -= usize::from(other < at);
            (differences[at].kind, differences[at].mine) = (Kind::Order, part);
        }
        at += 1;
    }
}

/// A file, an item in it, and its lines; of a whole file, neither.
type Found<'a> = (&'a String, &'a str, Option<Part>);

/// The same item in another file or within another item, or with its name misspelt.
fn item<'a>(one: &Difference, page: &Sources, mine: &'a Sources) -> Option<Found<'a>> {
    let wanted = page.get(&one.file)?.unit(&one.key)?;
    let has = |files: &Sources, file, key| files.get(file).is_some_and(|it| it.unit(key).is_some());
    // A line of it may be missing, and the item be there.
    if has(mine, &one.file, &one.key) {
        return None;
    }
    mine.iter().find_map(|(file, source)| {
        let is_it = |unit: &&Unit| match last(&unit.key) == last(&wanted.key) {
            true => lost(wanted, unit) * 2 <= wanted.statements.len(),
            false => *file == one.file && is_misspelt(&unit.key, &wanted.key),
        };
        let mut units = source
            .units
            .iter()
            .filter(|unit| !has(page, file, &unit.key));
        let unit = units.find(is_it)?;
        Some((file, unit.key.as_str(), Part::of(&unit.statements)))
    })
}

fn last(key: &str) -> &str {
    key.rsplit(" > ").next().unwrap_or(key)
}

fn is_misspelt(one: &str, other: &str) -> bool {
    let letters = |key: &str| key.chars().map(String::from).collect::<Vec<String>>();
    let hunks = hunks(&letters(one), &letters(other));
    let changed = hunks.iter().map(|hunk| hunk.old.len().max(hunk.new.len()));
    (1..=2).contains(&changed.sum::<usize>())
}

/// The same file under another name or in another folder.
fn file<'a>(one: &Difference, page: &Sources, mine: &'a Sources) -> Option<Found<'a>> {
    let wanted = page.get(&one.file)?;
    let mut others = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    let (file, _) = others.find(|(_, it)| wanted.distance(it) * 2 < wanted.pairs.len())?;
    Some((file, "", None))
}

/// Without what follows from another difference.
pub fn tidy(differences: &mut Vec<Difference>, mine: &Sources) {
    differences.retain(|one| one.kind != Kind::Told);
    let all = differences.clone();
    differences.retain(|one| !follows(one, &all, mine));
    differences.dedup_by(|one, last| is_same_use(one, last));
}

/// Whether this is only so because of another: an `impl` without its head has no functions, and where
/// a bracket is left out, what comes after it seems to be somewhere else.
fn follows(one: &Difference, all: &[Difference], mine: &Sources) -> bool {
    let is_whole = mine.get(&one.file).is_none_or(|file| file.is_whole);
    let mut others = all.iter().filter(|other| other.file == one.file);
    let is_inside = |other: &Difference| one.key.starts_with(&format!("{} > ", other.key));
    match is_whole {
        true => is_near(one) && others.any(|other| is_inside(other) && other.page.is_some()),
        false => {
            let is_loose = |one: &Difference| is_near(one) || is_bracket(one);
            is_loose(one) && others.any(|other| !is_loose(other))
        }
    }
}

fn is_near(one: &Difference) -> bool {
    matches!(&one.kind, Kind::Elsewhere(file, _) if *file == one.file)
}

fn is_bracket(one: &Difference) -> bool {
    let part = one.page.as_ref().or(one.mine.as_ref());
    part.is_some_and(|part| !part.text.contains(char::is_alphanumeric))
}

/// Two paths of one `use` are told as one.
fn is_same_use(one: &Difference, last: &mut Difference) -> bool {
    let ends = |one: &Difference| [&one.page, &one.mine].map(|part| part.as_ref().map(Part::ends));
    let is_use = |one: &Difference| one.key.starts_with("use ");
    let is_same = (&one.kind, &one.file, ends(one)) == (&last.kind, &last.file, ends(last));
    let is_same = is_same && is_use(one) && is_use(last);
    if is_same && one.kind != Kind::Changed {
        last.key += &one.key.replacen("use ", ", ", 1);
    }
    is_same
}

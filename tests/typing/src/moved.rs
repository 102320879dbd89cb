//! What is missing in one place and stands in another.

use crate::align::hunks;
use crate::compare::{Difference, Kind, Part};
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
            true => is_like(wanted, unit),
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

fn is_like(wanted: &Unit, unit: &Unit) -> bool {
    let (wanted, unit) = (wanted.texts(), unit.texts());
    let same = wanted.iter().filter(|text| unit.contains(text)).count();
    same * 2 >= wanted.len()
}

/// The same file under another name or in another folder.
fn file<'a>(one: &Difference, page: &Sources, mine: &'a Sources) -> Option<Found<'a>> {
    let wanted = page.get(&one.file)?;
    let mut others = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    let (file, _) = others.find(|(_, it)| wanted.distance(it) * 2 < wanted.pairs.len())?;
    Some((file, "", None))
}

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
        let Some(found) = found else { continue };
        let is_it = |other: &Difference| {
            other.page.is_none() && other.file == found.file && other.key == found.key
        };
        if let Some(other) = differences.iter_mut().find(|other| is_it(other)) {
            // Both are told as one.
            other.kind = Kind::Told;
        }
        let one = &mut differences[at];
        match &found.part {
            Some(part) if last(&one.key) != last(&found.key) => {
                (one.kind, one.mine) = (Kind::Changed, Some(part.clone()));
            }
            part => {
                let line = part.as_ref().map_or(1, |part| part.first);
                one.kind = Kind::Elsewhere(found.file, line);
            }
        }
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

struct Found {
    file: String,
    key: String,
    /// Not of a whole file.
    part: Option<Part>,
}

/// The same item in another file or within another item, or with its name misspelt.
fn item(one: &Difference, page: &Sources, mine: &Sources) -> Option<Found> {
    let wanted = page.get(&one.file)?.unit(&one.key)?;
    // A line of it may be missing, and the item be there.
    let has = |file: &String| {
        mine.get(file)
            .is_some_and(|file| file.unit(&one.key).is_some())
    };
    if has(&one.file) {
        return None;
    }
    for (file, source) in mine {
        let is_on_page = |unit: &&Unit| {
            page.get(file)
                .is_some_and(|page| page.unit(&unit.key).is_some())
        };
        let is_it = |unit: &&Unit| match last(&unit.key) == last(&wanted.key) {
            true => is_like(wanted, unit),
            false => *file == one.file && is_misspelt(&unit.key, &wanted.key),
        };
        let mut others = source.units.iter().filter(|unit| !is_on_page(unit));
        if let Some(unit) = others.find(is_it) {
            return Some(Found {
                file: file.clone(),
                key: unit.key.clone(),
                part: Part::of(&unit.statements),
            });
        }
    }
    None
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
fn file(one: &Difference, page: &Sources, mine: &Sources) -> Option<Found> {
    let wanted = page.get(&one.file)?;
    let mut others = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    let found = others.find(|(_, source)| wanted.distance(source) * 2 < wanted.pairs.len());
    let (file, key, part) = (found?.0.clone(), String::new(), None);
    Some(Found { file, key, part })
}

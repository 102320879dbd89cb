//! What is missing in one place and stands in another.

use crate::compare::{Difference, Kind};
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
        if let Some((file, line, key)) = found {
            differences[at].kind = Kind::Elsewhere(file.clone(), line);
            let is_it =
                |other: &Difference| other.file == file && other.key == key && other.page.is_none();
            let keeps =
                |other: &Difference| !is_it(other) || matches!(other.kind, Kind::Elsewhere(..));
            if let Some(gone) = differences.iter().position(|other| !keeps(other)) {
                // It is told with the other; a place in the list is kept, so that no index moves.
                differences[gone].kind = Kind::Elsewhere(String::new(), 0);
            }
        }
    }
    differences.retain(|one| !matches!(&one.kind, Kind::Elsewhere(file, _) if file.is_empty()));
}

/// A statement that is missing, and stands further up or down in the same item.
fn order(differences: &mut Vec<Difference>) {
    let mut at = 0;
    while at < differences.len() {
        let one = &differences[at];
        let text = one
            .page
            .as_ref()
            .filter(|_| one.mine.is_none())
            .map(|part| &part.text);
        let same = differences.iter().position(|other| {
            let other_text = other.mine.as_ref().map(|part| &part.text);
            other.page.is_none()
                && text.is_some()
                && other_text == text
                && other.key == one.key
                && other.file == one.file
        });
        if let Some(other) = same {
            differences[at].mine = differences[other].mine.clone();
            differences[at].kind = Kind::Order;
            differences.remove(other);
            at -= usize::from(other < at);
        }
        at += 1;
    }
}

/// The same item in another file, or in another item, where the page has none of its name.
fn item(one: &Difference, page: &Sources, mine: &Sources) -> Option<(String, usize, String)> {
    let wanted = page.get(&one.file)?.unit(&one.key)?;
    for (file, source) in mine {
        let is_on_the_page = |unit: &&Unit| {
            page.get(file)
                .is_some_and(|page| page.unit(&unit.key).is_some())
        };
        let mut units = source.units.iter().filter(|unit| !is_on_the_page(unit));
        let found =
            units.find(|unit| last(&unit.key) == last(&wanted.key) && is_like(wanted, unit));
        if let Some(unit) = found {
            return Some((file.clone(), unit.line(), unit.key.clone()));
        }
    }
    None
}

fn last(key: &str) -> &str {
    key.rsplit(" > ").next().unwrap_or(key)
}

fn is_like(wanted: &Unit, unit: &Unit) -> bool {
    let (wanted, unit) = (wanted.texts(), unit.texts());
    let same = wanted.iter().filter(|text| unit.contains(text)).count();
    same * 2 >= wanted.len()
}

/// The same file under another name or in another folder.
fn file(one: &Difference, page: &Sources, mine: &Sources) -> Option<(String, usize, String)> {
    let wanted = page.get(&one.file)?;
    let mut others = mine.iter().filter(|(name, _)| !page.contains_key(*name));
    let found = others.find(|(_, source)| wanted.distance(source) * 2 < wanted.pairs.len());
    found.map(|(name, _)| (name.clone(), 1, String::new()))
}

//! What is told once, and not again for each of its consequences.

use crate::compare::{Difference, Kind, Part};
use crate::route::Sources;

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

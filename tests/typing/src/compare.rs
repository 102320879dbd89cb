//! In what two projects differ: the page's and the reader's.

use crate::align::{Hunk, hunks};
use crate::hunks::{Pair, Part, changed};
use crate::moved::{find, tidy};
use crate::rename::{Name, rename};
use crate::route::Sources;
use crate::source::{Source, Unit};

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    NoFile,
    EmptyFile,
    MoreFile,
    Missing,
    Changed,
    /// The page has it not.
    More,
    /// It stands more than once.
    Twice,
    /// The same lines in another order.
    Order,
    /// It is there, but in this file and line.
    Elsewhere(String, usize),
    /// It is told with another.
    Told,
}

#[derive(Clone, Debug)]
pub struct Difference {
    pub kind: Kind,
    pub file: String,
    /// The item that it is in.
    pub key: String,
    pub page: Option<Part>,
    pub mine: Option<Part>,
}

/// What differs, and what is called otherwise.
#[derive(Default)]
pub struct Compared {
    pub differences: Vec<Difference>,
    pub names: Vec<String>,
}

pub fn compare(page: &Sources, mine: &Sources) -> Compared {
    let mut all = Compared::default();
    for (name, source) in page {
        match mine.get(name) {
            None => all.add(Kind::NoFile, name, "", (None, None)),
            Some(other) if other.is_empty() => all.add(Kind::EmptyFile, name, "", (None, None)),
            Some(other) => all.units(name, source, other),
        }
    }
    for name in mine.keys().filter(|name| !page.contains_key(*name)) {
        all.add(Kind::MoreFile, name, "", (None, None));
    }
    find(&mut all.differences, page, mine);
    tidy(&mut all.differences, mine);
    all
}

impl Compared {
    fn add(&mut self, kind: Kind, file: &str, key: &str, (page, mine): Pair) {
        let (file, key) = (file.to_string(), key.to_string());
        self.differences.push(Difference {
            kind,
            file,
            key,
            page,
            mine,
        });
    }

    fn units(&mut self, file: &str, page: &Source, mine: &Source) {
        for unit in &page.units {
            let same = mine.units.iter().filter(|other| other.key == unit.key);
            // Of two of the same name, the one that is most like it.
            match same.min_by_key(|other| lost(unit, other)) {
                None => {
                    let part = Part::of(&unit.statements);
                    self.add(Kind::Missing, file, &unit.key, (part, None));
                }
                Some(other) => self.statements(file, unit, other),
            }
        }
        let mut parent: Option<String> = None;
        for (at, unit) in mine.units.iter().enumerate() {
            let is_inside = |parent: &String| unit.key.starts_with(parent);
            let same = |other: &&Unit| other.key == unit.key;
            let wanted = page.units.iter().filter(same).count();
            if parent.as_ref().is_some_and(is_inside)
                || mine.units[..at].iter().filter(same).count() < wanted
            {
                continue;
            }
            parent = Some(format!("{} > ", unit.key));
            let kind = if wanted == 0 { Kind::More } else { Kind::Twice };
            self.add(kind, file, &unit.key, (None, Part::of(&unit.statements)));
        }
    }

    fn statements(&mut self, file: &str, page: &Unit, mine: &Unit) {
        if page.texts() == mine.texts() {
            return;
        }
        let (mine, names) = rename(page, mine);
        self.names
            .extend(names.into_iter().map(|Name { line, page, mine }| {
                format!("{file}:{line}: you call `{mine}` what the page calls `{page}`")
            }));
        for Hunk { old, new } in hunks(&page.texts(), &mine.texts()) {
            for pair in changed(&page.statements[old], &mine.statements[new]) {
                let kind = match &pair {
                    (Some(_), None) => Kind::Missing,
                    (None, Some(part)) if page.texts().contains(&part.text) => Kind::Twice,
                    (None, _) => Kind::More,
                    _ => Kind::Changed,
                };
                self.add(kind, file, &page.key, pair);
            }
        }
    }
}

/// How many statements of the one are not in the other.
pub fn lost(page: &Unit, mine: &Unit) -> usize {
    let (page, mine) = (page.texts(), mine.texts());
    page.iter().filter(|text| !mine.contains(text)).count()
}

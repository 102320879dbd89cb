//! Where two texts differ, down to the tokens.

use std::ops::Range;

use crate::align::{Line, align};
use crate::compare::Part;
use crate::lex::Token;
use crate::source::Statement;

/// A part of the old that another of the new has taken the place of.
pub struct Hunk {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

pub fn hunks(old: &[String], new: &[String]) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut o, mut n) = (0, 0);
    for (at, line) in align(old, new).iter().enumerate() {
        let Line::Kept(text) = line else { continue };
        let gap = old[o..].iter().position(|old| old == text).unwrap_or(0);
        if gap > 0 || at > n {
            hunks.push(Hunk {
                old: o..o + gap,
                new: n..at,
            });
        }
        (o, n) = (o + gap + 1, at + 1);
    }
    if o < old.len() || n < new.len() {
        hunks.push(Hunk {
            old: o..old.len(),
            new: n..new.len(),
        });
    }
    hunks
}

type Pair = (Option<Part>, Option<Part>);

/// The lines that differ in two rows of statements, one in the other's place.
pub fn changed(page: &[Statement], mine: &[Statement]) -> Vec<Pair> {
    let whole = (Part::of(page), Part::of(mine));
    if page.is_empty() || mine.is_empty() {
        return vec![whole];
    }
    let (page, mine) = (Side::new(page), Side::new(mine));
    let hunks = hunks(&page.texts, &mine.texts);
    let gone: usize = hunks.iter().map(|hunk| hunk.old.len()).sum();
    if gone * 2 > page.texts.len() {
        return vec![whole];
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for Hunk { old, new } in hunks {
        let pair = match (page.is_whole(&old), mine.is_whole(&new)) {
            (true, _) if new.is_empty() => (page.part(old), None),
            (_, true) if old.is_empty() => (None, mine.part(new)),
            _ => (page.part(old), mine.part(new)),
        };
        let ends = |part: &Option<Part>| part.as_ref().map(|part| (part.first, part.last));
        let same = |last: &Pair| ends(&last.0) == ends(&pair.0) || ends(&last.1) == ends(&pair.1);
        if !pairs.last().is_some_and(same) {
            pairs.push(pair);
        }
    }
    pairs
}

/// The tokens of statements, each with the statement that it is in.
struct Side<'a> {
    tokens: Vec<(&'a Token, &'a Statement)>,
    texts: Vec<String>,
    /// Before which tokens a statement begins, and the end.
    starts: Vec<usize>,
}

impl Side<'_> {
    fn new(statements: &[Statement]) -> Side<'_> {
        let mut side = Side {
            tokens: Vec::new(),
            texts: Vec::new(),
            starts: vec![0],
        };
        for one in statements {
            side.tokens
                .extend(one.tokens.iter().map(|token| (token, one)));
            side.starts.push(side.tokens.len());
        }
        let texts = side.tokens.iter().map(|(token, _)| token.text.clone());
        side.texts = texts.collect();
        side
    }

    fn is_whole(&self, range: &Range<usize>) -> bool {
        !range.is_empty()
            && [range.start, range.end]
                .iter()
                .all(|at| self.starts.contains(at))
    }

    /// The lines of some tokens. Of none, the line of the token before, at whose end they are missing.
    fn part(&self, range: Range<usize>) -> Option<Part> {
        let last = self.tokens.len() - 1;
        let (first, last) = match range.is_empty() {
            true => (range.start.saturating_sub(1), range.start.saturating_sub(1)),
            false => (range.start, (range.end - 1).min(last)),
        };
        Some(Part {
            first: self.tokens[first].0.line,
            last: self.tokens[last].0.line,
            text: self.tokens[first].1.text.clone(),
        })
    }
}

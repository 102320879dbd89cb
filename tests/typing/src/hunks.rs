//! Where two rows of statements differ, down to the tokens.

use std::ops::Range;

use crate::align::{Hunk, hunks};
use crate::lex::Token;
use crate::source::Statement;

/// Some lines of one side, counted from 1, and the statement that they begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub first: usize,
    pub last: usize,
    pub text: String,
}

impl Part {
    pub fn of(statements: &[Statement]) -> Option<Part> {
        let (first, last) = (statements.first()?, statements.last()?);
        Some(Part {
            first: first.line(),
            last: last.tokens.last()?.line,
            text: first.text.clone(),
        })
    }

    pub fn ends(&self) -> (usize, usize) {
        (self.first, self.last)
    }
}

/// Of the page, and of the reader.
pub type Pair = (Option<Part>, Option<Part>);

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
        let ends = |part: &Option<Part>| part.as_ref().map(Part::ends);
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
}

impl Side<'_> {
    fn new(statements: &[Statement]) -> Side<'_> {
        let pairs = statements.iter();
        let pairs = pairs.flat_map(|one| one.tokens.iter().map(move |token| (token, one)));
        let tokens: Vec<(&Token, &Statement)> = pairs.collect();
        let texts = tokens.iter().map(|(token, _)| token.text.clone()).collect();
        Side { tokens, texts }
    }

    /// Whether a statement begins there, or all end.
    fn is_start(&self, at: usize) -> bool {
        let statement = |at: usize| self.tokens.get(at).map(|token| std::ptr::from_ref(token.1));
        at == 0 || statement(at) != statement(at - 1)
    }

    fn is_whole(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && self.is_start(range.start) && self.is_start(range.end)
    }

    /// The lines of some tokens. Of none, the line of the token before, at whose end they are missing.
    fn part(&self, range: Range<usize>) -> Option<Part> {
        let first = range.start - usize::from(range.is_empty() && range.start > 0);
        let last = first.max(range.end.saturating_sub(1));
        let (token, statement) = self.tokens[first];
        Some(Part {
            first: token.line,
            last: self.tokens[last].0.line,
            text: statement.text.clone(),
        })
    }
}

//! How much of two texts is the same, whatever their own names and the spaces between. It is a hint:
//! short exercises have few answers.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::trusted::Trusted;
use super::units::Unit;

/// So many tokens, one after another, are a piece; in a few pieces there is nothing to see.
const PIECE: usize = 6;
const FEWEST: usize = 40;

/// In percent, and found by trying: right answers that nobody copied have less, a copy with other
/// names and a line more or less has more.
const ALIKE: usize = 70;

const KEYWORDS: &str = " as break const continue dyn else enum fn for if impl in let loop match mod \
    move mut pub ref return self static struct trait type use where while ";

type Pieces = HashSet<u64>;

/// For each unit, as `anna 92 %`, what it is most like, if that is much: an answer of the book, or
/// else another unit.
pub fn likenesses<'a>(units: &[Unit<'a>], exercises: &'a [Trusted]) -> Vec<String> {
    let name = |unit: &Unit<'a>| unit.holders.first().map_or("", |one| one.name.as_str());
    let handed = units
        .iter()
        .map(|unit| (unit.exercise, name(unit), unit.text));
    let book = exercises.iter().flat_map(|exercise| {
        let answers = exercise.answers.iter();
        answers.map(move |text| (exercise, "the book", text.as_slice()))
    });
    let own = |(exercise, name, text): (&'a Trusted, &'a str, &[u8])| {
        (
            &exercise.id,
            name,
            &pieces(text) - &pieces(&exercise.starter),
        )
    };
    let all: Vec<_> = handed.chain(book).map(own).collect();
    let like = |(at, (id, _, mine)): (usize, &(&String, &str, Pieces))| {
        let others = all.iter().enumerate().filter(|(other, _)| *other != at);
        let others = others.filter(|(_, (other, ..))| other == id);
        let likes = others.map(|(_, (_, name, theirs))| (percent(mine, theirs), name));
        // Of two that are as like, the last is taken.
        match likes.max_by_key(|(percent, _)| *percent) {
            Some((percent @ ALIKE.., name)) => format!("{name} {percent} %"),
            _ => String::new(),
        }
    };
    all.iter().enumerate().take(units.len()).map(like).collect()
}

fn percent(mine: &Pieces, theirs: &Pieces) -> usize {
    let common = mine.intersection(theirs).count();
    match mine.len().min(theirs.len()) {
        ..FEWEST => 0,
        _ => common * 100 / (mine.len() + theirs.len() - common),
    }
}

fn pieces(text: &[u8]) -> Pieces {
    let piece = |piece: &[&str]| {
        let mut hasher = DefaultHasher::new();
        piece.hash(&mut hasher);
        hasher.finish()
    };
    let text = String::from_utf8_lossy(text);
    tokens(&text).windows(PIECE).map(piece).collect()
}

/// Without comments and spaces. A name that is one's own to choose is like any other; one behind a
/// dot or a colon is mostly of the standard library.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |one: char| one == '_' || one.is_alphanumeric();
        let length = match first {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if is_word(first) => rest.find(|one| !is_word(one)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        let is_comment = token.starts_with("//") || token.starts_with("/*");
        let is_kept =
            matches!(tokens.last(), Some(&"." | &":")) || KEYWORDS.contains(&format!(" {token} "));
        match token {
            _ if is_comment || first.is_whitespace() => {}
            _ if is_kept || !is_word(first) => tokens.push(token),
            _ => tokens.push("a"),
        }
    }
    tokens
}

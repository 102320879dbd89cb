//! A file as its items and their statements, which can be compared however they are formatted.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::items::items;
use crate::lex::{Token, lex};
use crate::style::{called, plain, unbraced};

/// What ends with `;`, `,`, `{` or `}`.
#[derive(Clone, Debug)]
pub struct Statement {
    pub tokens: Vec<Token>,
    pub text: String,
}

impl Statement {
    pub fn new(tokens: Vec<Token>) -> Statement {
        let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        let text = words.join(" ");
        Statement { tokens, text }
    }

    pub fn line(&self) -> usize {
        self.tokens.first().map_or(0, |token| token.line)
    }
}

/// A function, a type, a path of a `use`; of an `impl` its head, and each of its functions.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Such as `impl ThreadPool > fn new`.
    pub key: String,
    pub statements: Vec<Statement>,
}

impl Unit {
    pub fn line(&self) -> usize {
        self.statements.first().map_or(0, Statement::line)
    }

    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.statements.iter().flat_map(|one| &one.tokens)
    }

    pub fn texts(&self) -> Vec<String> {
        let texts = self.statements.iter().map(|one| one.text.clone());
        texts.collect()
    }
}

#[derive(Debug)]
pub struct Source {
    pub lines: Vec<String>,
    pub units: Vec<Unit>,
    /// Whether each bracket has its partner.
    pub is_whole: bool,
    /// Each pair of tokens that follow each other, as a number; sorted.
    pub pairs: Vec<u64>,
}

impl Source {
    /// `package` is what the crate is called. Read as if it were called `server`, as the pages have it.
    pub fn new(name: &str, lines: &[String], package: &str) -> Source {
        let is_rust = name.ends_with(".rs");
        let tokens = match is_rust {
            true => plain(unbraced(called(lex(&lines.join("\n")), package))),
            false => Vec::new(),
        };
        let is_whole = is_whole(&tokens);
        let units = match is_rust {
            true => items(&tokens, is_whole),
            false => vec![as_lines(lines)],
        };
        Source {
            pairs: pairs(&units),
            lines: lines.to_vec(),
            units,
            is_whole,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.units.iter().all(|unit| unit.statements.is_empty())
    }

    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.key == key)
    }

    pub fn has(&self, key: &str, text: &str) -> bool {
        let mut units = self.units.iter().filter(|unit| unit.key == key);
        units.any(|unit| unit.statements.iter().any(|one| one.text == text))
    }

    /// How much of one is not in the other.
    pub fn distance(&self, other: &Source) -> usize {
        let (mut a, mut b) = (self.pairs.as_slice(), other.pairs.as_slice());
        let mut same = 0;
        while let ([left, after_left @ ..], [right, after_right @ ..]) = (a, b) {
            same += usize::from(left == right);
            (a, b) = (
                if left <= right { after_left } else { a },
                if right <= left { after_right } else { b },
            );
        }
        self.pairs.len() + other.pairs.len() - 2 * same
    }
}

fn is_whole(tokens: &[Token]) -> bool {
    let count = |text| tokens.iter().filter(|token| token.text == text).count();
    count("{") == count("}") && count("(") == count(")") && count("[") == count("]")
}

/// HTML: each line is a statement.
fn as_lines(lines: &[String]) -> Unit {
    let lines = lines.iter().enumerate().map(|(at, text)| Token {
        text: text.split_whitespace().collect::<Vec<&str>>().join(" "),
        line: at + 1,
        indent: None,
    });
    let lines = lines.filter(|token| !token.text.is_empty());
    Unit {
        key: String::new(),
        statements: lines.map(|token| Statement::new(vec![token])).collect(),
    }
}

fn pairs(units: &[Unit]) -> Vec<u64> {
    let mut pairs = Vec::new();
    for unit in units {
        let mut last = unit.key.as_str();
        for token in unit.tokens() {
            let mut hasher = DefaultHasher::new();
            (last, &token.text).hash(&mut hasher);
            pairs.push(hasher.finish());
            last = &token.text;
        }
    }
    pairs.sort_unstable();
    pairs
}

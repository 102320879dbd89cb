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

    pub fn tokens(&self) -> impl Iterator<Item = &Token> + Clone {
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
        let (units, is_whole) = match name.ends_with(".rs") {
            false => (vec![as_lines(lines)], true),
            true => {
                let tokens = plain(unbraced(called(lex(&lines.join("\n")), package)));
                let is_whole = is_whole(&tokens);
                (items(&tokens, is_whole), is_whole)
            }
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
        let mut others = other.pairs.iter().peekable();
        let mut same = 0;
        for pair in &self.pairs {
            while others.next_if(|other| *other < pair).is_some() {}
            same += usize::from(others.next_if_eq(&pair).is_some());
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
    let tokens = lines.iter().zip(1..).map(|(text, line)| Token {
        text: text.split_whitespace().collect::<Vec<&str>>().join(" "),
        line,
        indent: None,
    });
    let tokens = tokens.filter(|token| !token.text.is_empty());
    Unit {
        key: String::new(),
        statements: tokens.map(|token| Statement::new(vec![token])).collect(),
    }
}

fn pairs(units: &[Unit]) -> Vec<u64> {
    let mut pairs = Vec::new();
    for unit in units {
        let texts = unit.tokens().map(|token| &token.text);
        for pair in std::iter::once(&unit.key).chain(texts.clone()).zip(texts) {
            let mut hasher = DefaultHasher::new();
            pair.hash(&mut hasher);
            pairs.push(hasher.finish());
        }
    }
    pairs.sort_unstable();
    pairs
}

//! A file as its items and their statements, which can be compared however they are formatted.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::items::items;
use crate::lex::{Token, lex};

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

    pub fn texts(&self) -> Vec<String> {
        let texts = self.statements.iter().map(|one| one.text.clone());
        texts.collect()
    }
}

#[derive(Debug)]
pub struct Source {
    pub lines: Vec<String>,
    pub units: Vec<Unit>,
    /// Each pair of tokens that follow each other, as a number; sorted.
    pub pairs: Vec<u64>,
}

impl Source {
    /// `package` is what the crate is called. Read as if it were called `server`, as the pages have it.
    pub fn new(name: &str, lines: &[String], package: &str) -> Source {
        let units = match name.ends_with(".rs") {
            true => {
                let tokens = called(lex(&lines.join("\n")), package);
                items(&plain(tokens))
            }
            false => vec![as_lines(lines)],
        };
        Source {
            pairs: pairs(&units),
            lines: lines.to_vec(),
            units,
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
        let (mut a, mut b) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut same = 0;
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            let (is_less, is_more) = (left < right, left > right);
            same += usize::from(!is_less && !is_more);
            if !is_more {
                a.next();
            }
            if !is_less {
                b.next();
            }
        }
        self.pairs.len() + other.pairs.len() - 2 * same
    }
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

fn called(mut tokens: Vec<Token>, package: &str) -> Vec<Token> {
    for at in 1..tokens.len() {
        let is_path = tokens[at].text == "::";
        let name = &mut tokens[at - 1].text;
        match name.as_str() {
            name if !is_path || (name != package && name != "server") => {}
            same if same == package => *name = "server".to_string(),
            _ => name.push('?'), // the page's name, but the package is called otherwise
        }
    }
    tokens
}

/// Without the commas that a style may have or not, and without `dbg!`.
fn plain(tokens: Vec<Token>) -> Vec<Token> {
    let mut plain: Vec<Token> = Vec::new();
    let mut debugs = Vec::new();
    let mut depth = 0;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let closes = |text: &str| matches!(text, ")" | "]" | "}");
        let next = tokens.peek().map_or("", |next| next.text.as_str());
        let before = plain.last().map_or("", |last| last.text.as_str());
        if token.text == "," && (closes(next) || before == "}") {
            continue;
        }
        if token.text == "dbg" && next == "!" {
            tokens.next();
            tokens.next();
            debugs.push(depth);
            continue;
        }
        depth += i32::from(token.text == "(") - i32::from(token.text == ")");
        if token.text == ")" && debugs.last() == Some(&(depth + 1)) {
            // The bracket of `dbg!(` was left out, and so is this one.
            depth += 1;
            debugs.pop();
            continue;
        }
        plain.push(token);
    }
    plain
}

fn pairs(units: &[Unit]) -> Vec<u64> {
    let mut pairs = Vec::new();
    for unit in units {
        let mut last = unit.key.as_str();
        for token in unit.statements.iter().flat_map(|one| &one.tokens) {
            let mut hasher = DefaultHasher::new();
            (last, &token.text).hash(&mut hasher);
            pairs.push(hasher.finish());
            last = &token.text;
        }
    }
    pairs.sort_unstable();
    pairs
}

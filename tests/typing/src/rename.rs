//! A variable that a reader calls otherwise.

use crate::align::hunks;
use crate::lex::Token;
use crate::source::{Statement, Unit};

pub struct Name {
    pub file: String,
    pub line: usize,
    pub page: String,
    pub mine: String,
}

impl Name {
    pub fn told(&self) -> String {
        let Name {
            file,
            line,
            page,
            mine,
        } = self;
        format!("{file}:{line}: you call `{mine}` what the page calls `{page}`")
    }
}

/// Gives the variables of an item the names that the page has for them.
pub fn rename(file: &str, page: &Unit, mine: &Unit) -> (Unit, Vec<Name>) {
    let texts =
        |unit: &Unit| -> Vec<String> { unit.tokens().map(|token| token.text.clone()).collect() };
    let (old, new) = (texts(page), texts(mine));
    let lines: Vec<usize> = mine.tokens().map(|token| token.line).collect();
    let mut names: Vec<Name> = Vec::new();
    for hunk in hunks(&old, &new) {
        for (old_at, new_at) in hunk.old.zip(hunk.new) {
            let (name, other) = (&old[old_at], &new[new_at]);
            let is_new = !old.contains(other) && !new.contains(name);
            let is_it = |known: &Name| known.page == *name || known.mine == *other;
            let is_known = names.iter().any(is_it);
            if is_new && !is_known && is_name(other) && is_variable(&old, name) {
                names.push(Name {
                    file: file.to_string(),
                    line: lines[new_at],
                    page: name.clone(),
                    mine: other.clone(),
                });
            }
        }
    }
    (with_names(mine, &names), names)
}

fn with_names(unit: &Unit, names: &[Name]) -> Unit {
    let token = |token: &Token| Token {
        text: match names.iter().find(|name| name.mine == token.text) {
            Some(name) => name.page.clone(),
            None => token.text.clone(),
        },
        ..token.clone()
    };
    let statement = |one: &Statement| Statement::new(one.tokens.iter().map(token).collect());
    Unit {
        key: unit.key.clone(),
        statements: unit.statements.iter().map(statement).collect(),
    }
}

fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '_';
    text.starts_with(|c: char| c.is_lowercase() || c == '_') && text.chars().all(is_part)
}

/// Whether these tokens bring in a variable of this name: after `let`, in a pattern, as an argument.
fn is_variable(tokens: &[String], name: &str) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", String::as_str);
    let body = tokens
        .iter()
        .position(|text| text == "{")
        .unwrap_or(tokens.len());
    let places: Vec<usize> = (1..tokens.len()).filter(|at| tokens[*at] == name).collect();
    let is_field = |at: &usize| matches!(text(at - 1), "." | "::" | "fn");
    let is_bound = |at: &usize| match (text(at - 1), text(at + 1)) {
        ("let" | "mut" | "for" | "ref" | "|", _) => true,
        (_, "|") => true,
        (_, ":") => *at < body,
        ("(" | ",", ")") => matches!(text(at + 2), "=>" | "=" | "if"),
        ("(", ",") => matches!(text(at + 4), "=>" | "=" | "in" | "if"),
        _ => false,
    };
    is_name(name) && !places.iter().any(is_field) && places.iter().any(is_bound)
}

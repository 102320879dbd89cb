//! A variable that a reader calls otherwise.

use crate::align::hunks;
use crate::lex::Token;
use crate::source::{Statement, Unit};

pub struct Name {
    pub line: usize,
    pub page: String,
    pub mine: String,
}

/// Gives the variables of an item the names that the page has for them.
pub fn rename(page: &Unit, mine: &Unit) -> (Unit, Vec<Name>) {
    let texts = |unit: &Unit| unit.tokens().map(|token| token.text.clone()).collect();
    let (old, new): (Vec<String>, Vec<String>) = (texts(page), texts(mine));
    let lines: Vec<usize> = mine.tokens().map(|token| token.line).collect();
    let mut names: Vec<Name> = Vec::new();
    let pairs = hunks(&old, &new).into_iter();
    for (old_at, new_at) in pairs.flat_map(|hunk| hunk.old.zip(hunk.new)) {
        let (page, mine) = (&old[old_at], &new[new_at]);
        let is_new = !old.contains(mine) && !new.contains(page);
        let is_it = |known: &Name| known.page == *page || known.mine == *mine;
        let is_known = names.iter().any(is_it);
        if is_new && !is_known && is_name(mine) && is_variable(&old, page) {
            let (line, page, mine) = (lines[new_at], page.clone(), mine.clone());
            names.push(Name { line, page, mine });
        }
    }
    (with_names(mine, &names), names)
}

fn with_names(unit: &Unit, names: &[Name]) -> Unit {
    let renamed = |token: &Token| {
        let name = names.iter().find(|name| name.mine == token.text);
        let text = name.map_or(&token.text, |name| &name.page).clone();
        Token { text, ..*token }
    };
    let statement = |one: &Statement| Statement::new(one.tokens.iter().map(renamed).collect());
    Unit {
        key: unit.key.clone(),
        statements: unit.statements.iter().map(statement).collect(),
    }
}

fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '_';
    text.starts_with(|c: char| !c.is_ascii_digit()) && text.chars().all(is_part)
}

/// Whether these tokens bring in a variable of this name: after `let`, in a pattern, as an argument.
fn is_variable(tokens: &[String], name: &str) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", String::as_str);
    let body = tokens.iter().position(|text| text == "{");
    let mut places = (1..tokens.len()).filter(|at| tokens[*at] == name);
    let is_field = |at: usize| matches!(text(at - 1), "." | "::" | "fn");
    let is_bound = |at: usize| match (text(at - 1), text(at + 1)) {
        ("let" | "mut" | "for" | "ref" | "|", _) => true,
        (_, "|") => true,
        (_, ":") => body.is_none_or(|body| at < body),
        ("(" | ",", ")") => matches!(text(at + 2), "=>" | "=" | "if"),
        ("(", ",") => matches!(text(at + 4), "=>" | "=" | "in" | "if"),
        _ => false,
    };
    is_name(name) && !places.clone().any(is_field) && places.any(is_bound)
}

//! The paths of a `use`, each by itself: whether they stand in one or in many, and in which order, is style.

use crate::lex::Token;
use crate::source::{Statement, Unit};

/// The first word of the item stands at `head`.
pub fn paths(tokens: &[Token], head: usize, within: &str) -> Vec<Unit> {
    let before: Vec<&str> = tokens[..=head]
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let before = format!("{within}{} ", before.join(" "));
    let count = |wanted: &str| tokens.iter().filter(|token| token.text == wanted).count();
    let is_ended = count(";") == 1 && count("{") == count("}");
    let mut outer = Vec::new();
    let mut path = String::new();
    let mut units = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(head + 1) {
        let next = tokens.get(at + 1).map_or(";", |next| next.text.as_str());
        match token.text.as_str() {
            "{" => outer.push(path.clone()),
            "}" => drop(outer.pop()),
            "," | ";" => {}
            word => {
                path.push_str(if word == "as" { " as " } else { word });
                if !matches!(next, "," | ";" | "}") {
                    continue;
                }
                let path = path.trim_end_matches("::self");
                units.push(unit(format!("{before}{path}"), token, is_ended));
            }
        }
        path = outer.last().cloned().unwrap_or_default();
    }
    units
}

fn unit(key: String, at: &Token, is_ended: bool) -> Unit {
    let end = if is_ended { ";" } else { "" };
    let text = format!("{key}{end}");
    let token = Token { text, ..at.clone() };
    Unit {
        key,
        statements: vec![Statement::new(vec![token])],
    }
}

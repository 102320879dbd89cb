//! The paths of a `use`, each by itself: whether they stand in one or in many, and in which order, is style.

use crate::lex::Token;
use crate::source::{Statement, Unit};

/// The first word of the item stands at `head`.
pub fn paths(tokens: &[Token], head: usize, within: &str) -> Vec<Unit> {
    let text = |token: &Token| token.text.clone();
    let before: Vec<String> = tokens[..=head].iter().map(text).collect();
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
                let key = format!("{within}{} {path}", before.join(" "));
                let key = key.trim_end_matches("::self").to_string();
                let end = if is_ended { ";" } else { "" };
                let token = Token {
                    text: format!("{key}{end}"),
                    ..token.clone()
                };
                let statements = vec![Statement::new(vec![token])];
                units.push(Unit { key, statements });
            }
        }
        path = outer.last().cloned().unwrap_or_default();
    }
    units
}

//! The items of a file. Where brackets do not close, as in a file in which somebody is typing, an item
//! ends where the next one begins no further in.

use crate::brackets::Brackets;
use crate::lex::Token;
use crate::paths::paths;
use crate::source::{Statement, Unit};

const STARTS: [&str; 12] = [
    "fn", "pub", "impl", "struct", "use", "mod", "const", "static", "enum", "type", "trait", "#",
];

pub fn items(tokens: &[Token], is_whole: bool) -> Vec<Unit> {
    let mut units = Vec::new();
    collect(tokens, "", is_whole, &mut units);
    units
}

fn collect(tokens: &[Token], within: &str, is_whole: bool, units: &mut Vec<Unit>) {
    let mut rest = tokens;
    while !rest.is_empty() {
        let (item, after) = rest.split_at(end(rest, is_whole));
        add(item, within, is_whole, units);
        rest = after;
    }
}

/// How many tokens the first item has.
fn end(tokens: &[Token], is_whole: bool) -> usize {
    let head = head(tokens);
    let first = tokens[0].indent.unwrap_or(0);
    let ends_with_brace = !matches!(
        tokens[head].text.as_str(),
        "use" | "const" | "static" | "type"
    );
    let mut brackets = Brackets::default();
    for (at, token) in tokens.iter().enumerate().skip(head) {
        let is_start = token.indent.is_some() && STARTS.contains(&token.text.as_str());
        let is_out = !is_whole && token.indent.is_some_and(|indent| indent <= first);
        if at > head && is_start && (brackets.0.is_empty() || is_out) {
            return at;
        }
        let has_partner = brackets.see(&token.text);
        let is_end = token.text == ";" || (token.text == "}" && ends_with_brace);
        if brackets.0.is_empty() && (is_end || !has_partner) {
            return at + 1;
        }
    }
    tokens.len()
}

/// Where an item's own first word stands, behind its attributes and what else is before it.
fn head(tokens: &[Token]) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut at = 0;
    loop {
        let next = text(at + 1);
        match text(at) {
            "#" => {
                at += tokens[at..]
                    .iter()
                    .take_while(|token| token.text != "]")
                    .count()
                    + 1
            }
            "pub" if next == "(" => at += 4,
            "const" | "async" | "extern" if next == "fn" => at += 1,
            "pub" | "unsafe" => at += 1,
            "extern" if next.starts_with('"') && text(at + 2) == "fn" => at += 2,
            _ => return at.min(tokens.len() - 1),
        }
    }
}

fn add(tokens: &[Token], within: &str, is_whole: bool, units: &mut Vec<Unit>) {
    let head = head(tokens);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let kind = text(head);
    if kind == "use" {
        return units.extend(paths(tokens, head, within));
    }
    let open = tokens
        .iter()
        .position(|token| token.text == "{" && kind != "fn");
    let key = match kind {
        "impl" | "trait" | "extern" => joined(&tokens[head..open.unwrap_or(tokens.len())]),
        _ => format!("{kind} {}", text(head + 1)),
    };
    let attribute = joined(&tokens[..head]);
    let condition = attribute.find(" [ cfg").map_or("", |at| &attribute[at..]);
    let key = format!("{within}{key}{condition}");
    match open.filter(|_| matches!(kind, "impl" | "trait" | "mod")) {
        Some(open) => {
            let inside = tokens.len() - usize::from(text(tokens.len() - 1) == "}");
            units.push(unit(key.clone(), &tokens[..=open]));
            let inside = &tokens[open + 1..inside.max(open + 1)];
            collect(inside, &format!("{key} > "), is_whole, units);
        }
        None => units.push(unit(key, tokens)),
    }
}

fn joined(tokens: &[Token]) -> String {
    let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    texts.join(" ").replace(" :: ", "::")
}

fn unit(key: String, tokens: &[Token]) -> Unit {
    let mut statements = Vec::new();
    let mut open = Brackets::default();
    let mut current: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or("", |next| next.text.as_str());
        let goes_on = matches!(next, "" | ")" | ";" | "." | "?" | "]" | "else");
        current.push(token.clone());
        open.see(&token.text);
        let is_over = match token.text.as_str() {
            ";" | "{" => true,
            "}" => !goes_on,
            "]" => open.0.is_empty() && current[0].text == "#",
            "," => open.0.last().is_some_and(|open| open == "{"),
            _ => false,
        };
        if is_over || at + 1 == tokens.len() {
            statements.push(Statement::new(std::mem::take(&mut current)));
        }
    }
    Unit { key, statements }
}

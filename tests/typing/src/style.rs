//! Takes out of a row of tokens what readers may write as they like.

use std::collections::BTreeSet;

use crate::lex::Token;

/// With the reader's crate called as the pages call it.
pub fn called(mut tokens: Vec<Token>, package: &str) -> Vec<Token> {
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
pub fn plain(tokens: Vec<Token>) -> Vec<Token> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut gone = BTreeSet::new();
    for at in 0..tokens.len() {
        let mut before = (0..at).rev().filter(|before| !gone.contains(before));
        let before = before.next().map_or("", text);
        if text(at) == "," && (before == "}" || matches!(text(at + 1), ")" | "]" | "}")) {
            gone.insert(at);
        } else if text(at) == "dbg" && text(at + 1) == "!" {
            gone.extend(at..at + 3);
            gone.extend(partner(&tokens, at + 2));
        }
    }
    without(tokens, &gone)
}

/// Without the braces around one expression, which a style may put behind `=>` and around what a
/// closure does, to break a long line.
pub fn unbraced(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut gone = BTreeSet::new();
    for at in 1..tokens.len() {
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
        let before = text(at - 1);
        let may = text(at) == "{" && matches!(before, "=>" | "|" | "||");
        let Some(end) = may.then(|| partner(&tokens, at)).flatten() else {
            continue;
        };
        let is_jump = matches!(text(at + 1), "return" | "break" | "continue");
        let jump_ends = (is_jump && text(end - 1) == ";").then_some(end - 1);
        let to = jump_ends.unwrap_or(end);
        if end == at + 1 || has_statements(&tokens[at + 1..to]) {
            continue;
        }
        gone.extend([at].into_iter().chain(jump_ends));
        if before == "=>" && text(end + 1) != "," {
            tokens[end].text = ",".to_string();
        } else {
            gone.insert(end);
        }
    }
    without(tokens, &gone)
}

fn without(tokens: Vec<Token>, gone: &BTreeSet<usize>) -> Vec<Token> {
    let kept = tokens.into_iter().zip(0..);
    let kept = kept.filter(|(_, at)| !gone.contains(at));
    kept.map(|(token, _)| token).collect()
}

/// Where the bracket closes that opens here.
fn partner(tokens: &[Token], open: usize) -> Option<usize> {
    let opens = tokens.get(open)?.text.as_str();
    let closes = if opens == "{" { "}" } else { ")" };
    let mut depth = 0;
    let mut after = tokens.iter().zip(0..).skip(open);
    let (_, at) = after.find(|(token, _)| {
        depth += i32::from(token.text == opens) - i32::from(token.text == closes);
        depth == 0
    })?;
    Some(at)
}

/// Whether a `;` is there that stands in no further block.
fn has_statements(tokens: &[Token]) -> bool {
    let mut depth = 0;
    tokens.iter().any(|token| {
        depth += i32::from(token.text == "{") - i32::from(token.text == "}");
        token.text == ";" && depth == 0
    })
}

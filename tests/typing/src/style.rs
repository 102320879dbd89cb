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

/// Without the braces around one expression, which a style may put behind `=>` and around what a
/// closure does, to break a long line.
pub fn unbraced(tokens: Vec<Token>) -> Vec<Token> {
    let text = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token: &Token| token.text.as_str())
    };
    let mut gone = BTreeSet::new();
    let mut commas = BTreeSet::new();
    for at in 1..tokens.len() {
        let before = text(at - 1);
        let may = text(at) == "{" && matches!(before, "=>" | "|" | "||");
        let Some(end) = may.then(|| end(&tokens, at)).flatten() else {
            continue;
        };
        let is_jump = matches!(text(at + 1), "return" | "break" | "continue");
        gone.extend([at, end]);
        gone.extend((is_jump && text(end - 1) == ";").then_some(end - 1));
        commas.extend((before == "=>" && text(end + 1) != ",").then_some(end));
    }
    let kept = tokens.into_iter().enumerate();
    let kept = kept.filter_map(|(at, token)| match commas.contains(&at) {
        true => Some(Token {
            text: ",".to_string(),
            ..token
        }),
        false => (!gone.contains(&at)).then_some(token),
    });
    kept.collect()
}

/// Where the block that begins here ends, if it is one expression.
fn end(tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0;
    let mut ends = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(open) {
        depth += i32::from(token.text == "{") - i32::from(token.text == "}");
        if token.text == ";" && depth == 1 {
            ends.push(at);
        }
        if depth == 0 {
            let first = &tokens[open + 1].text;
            let is_jump = matches!(first.as_str(), "return" | "break" | "continue");
            let is_one = ends.is_empty() || (is_jump && ends == [at - 1]);
            return (at > open + 1 && is_one).then_some(at);
        }
    }
    None
}

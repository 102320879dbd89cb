//! Takes out of a row of tokens what readers may write as they like.

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

//! A text of Rust as tokens: spaces, line breaks and comments make no difference.

#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    pub line: usize,
    /// How far in it stands, if it is the first of its line.
    pub indent: Option<usize>,
}

/// Signs of two characters. A `>>` is two, since it may close two lists of types.
const PAIRS: [&str; 10] = ["::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", ".."];

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    indent: usize,
    is_first: bool,
    tokens: Vec<Token>,
}

/// A text that is half typed has tokens, too: a string without an end ends with its line.
pub fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        rest: text,
        line: 1,
        indent: 0,
        is_first: true,
        tokens: Vec::new(),
    };
    while let Some(first) = lexer.rest.chars().next() {
        lexer.next(first);
    }
    lexer.tokens
}

impl Lexer<'_> {
    fn next(&mut self, first: char) {
        let rest = self.rest;
        if first.is_whitespace() {
            self.skip(first.len_utf8());
            self.indent += usize::from(self.is_first && first != '\n');
        } else if rest.starts_with("//") {
            self.skip(end_of(rest, |c| c != '\n'));
        } else if rest.starts_with("/*") {
            self.skip(rest.find("*/").map_or(rest.len(), |at| at + 2));
        } else if let Some(length) = string(rest) {
            self.string(length);
        } else {
            let length = match first {
                '\'' => quoted(rest),
                _ if is_word(first) => end_of(rest, is_word),
                _ if PAIRS.iter().any(|pair| rest.starts_with(pair)) => 2,
                _ => first.len_utf8(),
            };
            self.push(rest[..length].to_string());
            self.skip(length);
        }
    }

    fn push(&mut self, text: String) {
        let indent = self.is_first.then_some(self.indent);
        let line = self.line;
        self.is_first = false;
        self.tokens.push(Token { text, line, indent });
    }

    fn skip(&mut self, length: usize) {
        let (gone, rest) = self.rest.split_at(length);
        let breaks = gone.matches('\n').count();
        if breaks > 0 {
            (self.is_first, self.indent) = (true, 0);
        }
        self.line += breaks;
        self.rest = rest;
    }

    /// A name within `{}` is a token of its own: it is a variable, and may be called otherwise.
    fn string(&mut self, length: usize) {
        let text = &self.rest[..length];
        let mut pieces = text.split('{');
        let mut plain = pieces.next().unwrap_or_default().to_string();
        for piece in pieces {
            plain.push('{');
            let (name, rest) = piece.split_at(end_of(piece, is_word));
            if !name.is_empty() && rest.starts_with(['}', ':']) {
                self.push(joined(&std::mem::take(&mut plain)));
                self.push(name.to_string());
                plain.push_str(rest);
            } else {
                plain.push_str(piece);
            }
        }
        self.push(joined(&plain));
        self.skip(length);
    }
}

/// Without the line breaks that `\` takes out.
fn joined(text: &str) -> String {
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_string();
    lines.fold(first, |text, line| text + line.trim_start())
}

/// The length of the string that a text begins with, up to the end of its line if it has no other.
fn string(text: &str) -> Option<usize> {
    let prefix = end_of(text, |c| "bcr".contains(c));
    let hashes = end_of(&text[prefix..], |c| c == '#');
    let is_raw = text[..prefix].ends_with('r');
    let rest = text[prefix + hashes..].strip_prefix('"')?;
    if prefix > 2 || hashes > 0 && !is_raw {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let mut is_escaped = false;
    let end = match is_raw {
        true => rest.find(&close),
        false => rest.find(|c| {
            let was_escaped = is_escaped;
            is_escaped = c == '\\' && !was_escaped;
            !was_escaped && (c == '"' || c == '\n')
        }),
    };
    let length = end.map_or(rest.len(), |end| match rest[end..].starts_with(&close) {
        true => end + close.len(),
        false => end,
    });
    Some(prefix + hashes + 1 + length)
}

/// The length of a character such as `'x'` or `'\n'`, or of a lifetime.
fn quoted(text: &str) -> usize {
    let is_escaped = text[1..].starts_with('\\');
    // The longest is `'\u{10ffff}'`.
    let most = if is_escaped { 9 } else { 1 };
    let letters = text.char_indices().skip(2 + usize::from(is_escaped));
    let mut ends = letters.take(most).filter(|(_, letter)| *letter == '\'');
    let end = ends.next().map(|(at, _)| at + 1);
    end.unwrap_or_else(|| 1 + end_of(&text[1..], is_word))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn end_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

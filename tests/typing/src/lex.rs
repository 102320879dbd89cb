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
        if first.is_whitespace() {
            self.skip(first.len_utf8());
            self.indent += usize::from(self.is_first && first != '\n');
        } else if self.rest.starts_with("//") {
            self.skip(end_of(self.rest, |c| c != '\n'));
        } else if self.rest.starts_with("/*") {
            self.skip(self.rest.find("*/").map_or(self.rest.len(), |at| at + 2));
        } else if let Some(length) = string(self.rest) {
            self.string(length);
        } else {
            let length = match first {
                '\'' => quoted(self.rest),
                _ if is_word(first) => end_of(self.rest, is_word),
                _ if PAIRS.iter().any(|pair| self.rest.starts_with(pair)) => 2,
                _ => first.len_utf8(),
            };
            self.push(self.rest[..length].to_string());
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
        let text = self.rest[..length].to_string();
        let mut plain = String::new();
        for (number, piece) in text.split('{').enumerate() {
            let length = end_of(piece, is_word);
            let is_name = length > 0 && piece[length..].starts_with(['}', ':']);
            plain.push_str(if number > 0 { "{" } else { "" });
            let (name, rest) = piece.split_at(if is_name && number > 0 { length } else { 0 });
            if !name.is_empty() {
                self.push(joined(&std::mem::take(&mut plain)));
                self.push(name.to_string());
            }
            plain.push_str(rest);
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
    let begin = text.trim_start_matches(['b', 'c', 'r']);
    let prefix = text.len() - begin.len();
    let hashes = end_of(begin, |c| c == '#');
    let start = prefix + hashes + 1;
    if prefix > 2 || !begin[hashes..].starts_with('"') {
        return None;
    }
    if text[..prefix].ends_with('r') {
        let close = format!("\"{}", &begin[..hashes]);
        let end = text[start..].find(&close);
        return Some(end.map_or(text.len(), |end| start + end + close.len()));
    }
    let mut is_escaped = false;
    let end = text[start..].find(|c| {
        let was_escaped = is_escaped;
        is_escaped = c == '\\' && !was_escaped;
        !was_escaped && (c == '"' || c == '\n')
    });
    let end = end.map_or(text.len(), |end| {
        start + end + usize::from(text[start + end..].starts_with('"'))
    });
    (hashes == 0).then_some(end)
}

/// The length of a character such as `'x'` or `'\n'`, or of a lifetime.
fn quoted(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    let is_escaped = letters.next().is_some_and(|(_, first)| first == '\\');
    // The longest is `'\u{10ffff}'`.
    let mut letters = letters
        .skip(usize::from(is_escaped))
        .take(if is_escaped { 9 } else { 1 });
    let end = letters.find(|(_, letter)| *letter == '\'');
    end.map_or(1 + end_of(&text[1..], is_word), |(at, _)| at + 1)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn end_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

//! A text of Rust as tokens, so that spaces, line breaks and comments make no difference.

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
            self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
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
        self.is_first = false;
        self.tokens.push(Token {
            text,
            line: self.line,
            indent,
        });
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
        let mut pieces = text.split('{');
        let mut plain = pieces.next().unwrap_or_default().to_string();
        for piece in pieces {
            let length = end_of(piece, is_word);
            let is_name = length > 0 && piece[length..].starts_with(['}', ':']);
            plain.push('{');
            if is_name && !plain.ends_with("{{") {
                self.push(joined(&std::mem::take(&mut plain)));
                self.push(piece[..length].to_string());
                plain.push_str(&piece[length..]);
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

/// The length of the string that a text begins with.
fn string(text: &str) -> Option<usize> {
    let begin = text.trim_start_matches(['b', 'c', 'r']);
    let prefix = text.len() - begin.len();
    let hashes = end_of(begin, |c| c == '#');
    if prefix > 2 || !begin[hashes..].starts_with('"') {
        return None;
    }
    if text[..prefix].ends_with('r') {
        let close = format!("\"{}", &begin[..hashes]);
        let start = prefix + hashes + 1;
        let end = text[start..].find(&close);
        return Some(end.map_or(text.len(), |end| start + end + close.len()));
    }
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(prefix + 1) {
        match c {
            _ if std::mem::take(&mut is_escaped) => {}
            '\\' => is_escaped = true,
            '"' => return (hashes == 0).then_some(at + 1),
            '\n' => return (hashes == 0).then_some(at),
            _ => {}
        }
    }
    (hashes == 0).then_some(text.len())
}

/// The length of a character such as `'x'` or `'\n'`, or of a lifetime.
fn quoted(text: &str) -> usize {
    let inside = &text[1..];
    let length = match inside.chars().next() {
        // The longest is `'\u{10ffff}'`.
        Some('\\') => inside
            .get(2..)
            .and_then(|rest| rest.find('\''))
            .map(|at| at + 2)
            .filter(|length| *length <= 10),
        Some(c) if inside[c.len_utf8()..].starts_with('\'') => Some(c.len_utf8()),
        _ => None,
    };
    length.map_or(1 + end_of(inside, is_word), |length| length + 2)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn end_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

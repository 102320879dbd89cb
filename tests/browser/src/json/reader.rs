//! From text to a value, character by character. Each function reads what its name says, and is
//! `None` if something else stands there.

use std::iter::Peekable;
use std::str::Chars;

use super::Json;

type Rest<'a> = Peekable<Chars<'a>>;

pub fn read(text: &str) -> Option<Json> {
    let mut rest = text.chars().peekable();
    let value = read_value(&mut rest)?;
    skip_space(&mut rest);
    rest.next().is_none().then_some(value)
}

fn skip_space(rest: &mut Rest) {
    while rest.next_if(char::is_ascii_whitespace).is_some() {}
}

fn read_value(rest: &mut Rest) -> Option<Json> {
    skip_space(rest);
    match rest.peek()? {
        '"' => read_text(rest).map(Json::Text),
        '[' => read_members(rest, ']', read_value).map(Json::List),
        '{' => read_members(rest, '}', read_member).map(Json::Object),
        _ => read_word(rest),
    }
}

/// What stands between brackets, separated by commas.
fn read_members<T>(rest: &mut Rest, end: char, read: fn(&mut Rest) -> Option<T>) -> Option<Vec<T>> {
    let mut members = Vec::new();
    rest.next(); // the opening bracket
    skip_space(rest);
    if rest.next_if_eq(&end).is_some() {
        return Some(members);
    }
    loop {
        members.push(read(rest)?);
        skip_space(rest);
        match rest.next()? {
            ',' => {}
            last => return (last == end).then_some(members),
        }
    }
}

fn read_member(rest: &mut Rest) -> Option<(String, Json)> {
    skip_space(rest);
    let name = read_text(rest)?;
    skip_space(rest);
    rest.next_if_eq(&':')?;
    Some((name, read_value(rest)?))
}

/// `null`, `true`, `false` or a number.
fn read_word(rest: &mut Rest) -> Option<Json> {
    let mut word = String::new();
    while let Some(character) = rest.next_if(|c| c.is_ascii_alphanumeric() || "+-.".contains(*c)) {
        word.push(character);
    }
    match word.as_str() {
        "null" => Some(Json::Null),
        "true" => Some(Json::Bool(true)),
        "false" => Some(Json::Bool(false)),
        number => number.parse().ok().map(Json::Number),
    }
}

fn read_text(rest: &mut Rest) -> Option<String> {
    let mut units = Vec::new(); // of UTF-16: an escape may be half a character
    rest.next_if_eq(&'"')?;
    loop {
        let character = match rest.next()? {
            '"' => return String::from_utf16(&units).ok(),
            '\\' => match rest.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let digits: String = rest.take(4).collect();
                    units.push(u16::from_str_radix(&digits, 16).ok()?);
                    continue;
                }
                other => other,
            },
            plain => plain,
        };
        units.extend_from_slice(character.encode_utf16(&mut [0; 2]));
    }
}

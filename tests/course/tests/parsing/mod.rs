//! Readers of CSV, JSON and XML that are as strict as they are small.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

#[derive(Debug)]
pub enum Json {
    Object(BTreeMap<String, Json>),
    Array(Vec<Json>),
    String(String),
    Word,
}

pub fn json(text: &str) -> Json {
    let mut rest = text.chars().peekable();
    let value = value(&mut rest);
    assert_eq!(token(&mut rest), None);
    value
}

/// The next character that is no space, without taking it.
fn token(rest: &mut Peekable<Chars>) -> Option<char> {
    while rest.next_if(|next| next.is_whitespace()).is_some() {}
    rest.peek().copied()
}

fn take(rest: &mut Peekable<Chars>, wanted: char) -> bool {
    let is_there = token(rest) == Some(wanted);
    if is_there {
        rest.next();
    }
    is_there
}

fn value(rest: &mut Peekable<Chars>) -> Json {
    if take(rest, '{') {
        let mut object = BTreeMap::new();
        while !take(rest, '}') {
            assert!(object.is_empty() || take(rest, ','));
            assert!(take(rest, '"'));
            let name = string(rest);
            assert!(take(rest, ':'));
            object.insert(name, value(rest));
        }
        Json::Object(object)
    } else if take(rest, '[') {
        let mut array = Vec::new();
        while !take(rest, ']') {
            assert!(array.is_empty() || take(rest, ','));
            array.push(value(rest));
        }
        Json::Array(array)
    } else if take(rest, '"') {
        Json::String(string(rest))
    } else {
        let mut word = String::new();
        while let Some(next) = rest.next_if(|next| next.is_ascii_alphanumeric()) {
            word.push(next);
        }
        let is_number = word.parse::<u32>().is_ok();
        assert!(is_number || ["true", "false", "null"].contains(&word.as_str()));
        Json::Word
    }
}

fn string(rest: &mut Peekable<Chars>) -> String {
    let mut text = String::new();
    loop {
        match rest.next().unwrap() {
            '"' => return text,
            '\\' => match rest.next().unwrap() {
                'n' => text.push('\n'),
                'u' => {
                    let code: String = rest.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&code, 16).unwrap();
                    text.push(char::from_u32(code).unwrap());
                }
                other => text.push(other),
            },
            other => {
                assert!(!other.is_control() || other > '\x7f');
                text.push(other);
            }
        }
    }
}

pub fn csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let row = rows.last_mut().unwrap();
        match character {
            '"' if is_quoted && rest.next_if_eq(&'"').is_some() => {
                row.last_mut().unwrap().push('"')
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => assert_eq!(rest.peek(), Some(&'\n')),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert!(!is_quoted);
    assert_eq!(rows.pop(), Some(vec![String::new()]));
    rows
}

/// How many elements there are of each name, if each is closed where it must be.
pub fn tags(text: &str) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    let mut open = Vec::new();
    let (_, text) = text.split_once("?>").unwrap();
    for piece in text.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        assert!(!after.contains('>'));
        for entity in piece.split('&').skip(1) {
            let (name, _) = entity.split_once(';').unwrap();
            let is_known = ["amp", "lt", "gt", "quot", "apos", "#10", "#9"].contains(&name);
            assert!(is_known, "{piece}");
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name.to_string()));
            continue;
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = tag.split(['/', ' ']).next().unwrap().to_string();
        *count.entry(name.clone()).or_default() += 1;
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    count
}

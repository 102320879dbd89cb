//! Readers of CSV and XML that are as strict as they are small.

use std::collections::BTreeMap;

pub fn csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a spreadsheet needs the mark of UTF-8");
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

//! Which of several files counts.

use std::collections::BTreeMap;

use super::walk::{Handed, Unjudged};
use crate::course::Course;

/// By the exercise's id, such as `05b`.
pub type Files = BTreeMap<String, Handed>;

/// Of several, an untouched starter is the last that counts; before it the file at its place in a
/// clone, then the highest number, then the one nearest to the top.
pub fn chosen(course: &Course, mut found: Vec<Handed>, others: &mut Vec<Unjudged>) -> Files {
    found.sort_by_key(|one| {
        let exercise = course.exercise(&one.id);
        let starter = exercise.and_then(|exercise| course.read(&exercise.starter()));
        let is_starter = starter.is_ok_and(|starter| same(&one.text, &starter));
        let depth = one.path.matches('/').count();
        let copy = u32::MAX - one.copy;
        (
            is_starter,
            !one.is_at_its_place,
            copy,
            depth,
            one.path.clone(),
        )
    });
    let mut files = Files::new();
    for one in found {
        let Some(first) = files.get_mut(&one.id) else {
            files.insert(one.id.clone(), one);
            continue;
        };
        let is_same = same(&one.text, &first.text);
        let why = if is_same {
            "the same as"
        } else {
            "in its place counts"
        };
        let why = format!("{why} {}", first.path);
        first.note = format!("of several, {} counts", first.path);
        others.push(Unjudged {
            file: one.path,
            why,
        });
    }
    files
}

/// Whatever ends their lines.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let is_seen = |byte: &&u8| **byte != b'\r';
    let [one, other] = [one, other].map(|text| text.iter().filter(is_seen));
    one.eq(other)
}

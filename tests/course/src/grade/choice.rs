//! Which of several files counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::course::Course;

/// A file for an exercise.
pub struct Handed {
    pub id: String,
    /// The path as its owner knows it.
    pub path: String,
    pub text: Vec<u8>,
    pub copy: u32,
    pub is_at_its_place: bool,
    /// What the teacher should know about the choice of this file.
    pub note: String,
}

pub struct Unjudged {
    pub file: String,
    pub why: String,
}

/// By the exercise's id, such as `05b`.
pub type Files = BTreeMap<String, Handed>;

/// Of several, an untouched starter is the last that counts; before it the file at its place in a
/// clone, then the highest number, then the one nearest to the top.
pub fn chosen(course: &Course, mut found: Vec<Handed>, others: &mut Vec<Unjudged>) -> Files {
    found.sort_by_key(|one| {
        let exercise = course.exercise(&one.id);
        let starter = exercise.and_then(|exercise| course.read(&exercise.starter()));
        let is_starter = starter.is_ok_and(|starter| same(&one.text, &starter));
        let place = (!one.is_at_its_place, Reverse(one.copy));
        let depth = one.path.matches('/').count();
        (is_starter, place, depth, one.path.clone())
    });
    let mut files = Files::new();
    for one in found {
        let Some(first) = files.get_mut(&one.id) else {
            files.insert(one.id.clone(), one);
            continue;
        };
        let why = match same(&one.text, &first.text) {
            true => format!("the same as {}", first.path),
            false => format!("in its place counts {}", first.path),
        };
        first.note = format!("of several, {} counts", first.path);
        let file = one.path;
        others.push(Unjudged { file, why });
    }
    files
}

/// Whatever ends their lines.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let is_seen = |byte: &&u8| **byte != b'\r';
    let [one, other] = [one, other].map(|text| text.iter().filter(is_seen));
    one.eq(other)
}

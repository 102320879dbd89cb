//! What the names of files say. Learning platforms, browsers and people all add to them.

use crate::course::Course;

const ARCHIVES: &str = ".zip .tar .tar.gz .tgz .tar.xz .txz .tar.bz2 .tbz2 .tar.zst .7z .rar";

/// What stands before the number of an exercise; nothing counts less.
const MARKS: [&str; 3] = ["exercise", "ex", ""];

pub enum Kind<'a> {
    Answer(Answer<'a>),
    /// With its name, less the ending.
    Archive(&'a str),
    /// Why it is not judged.
    Other(String),
}

/// A name with an exercise in it: `Anna_ex05b-2.rs`.
pub struct Answer<'a> {
    pub id: String,
    /// The 2 of `ex05b-2.rs` and of `ex05b (2).rs`.
    pub copy: u32,
    is_bare: bool,
    before: &'a str,
    after: &'a str,
}

pub fn kind<'a>(name: &'a str, course: &Course) -> Kind<'a> {
    let mut archives = ARCHIVES.split(' ');
    if let Some(stem) = archives.find_map(|ending| without(name, ending)) {
        return Kind::Archive(stem);
    }
    let stem = without(name, ".rs").or(without(name, ".rs.txt"));
    let mut found = answers(stem.unwrap_or(name), course);
    let last = found.pop();
    let other = |one: &Answer| Some(&one.id) != last.as_ref().map(|last| &last.id);
    Kind::Other(match last {
        _ if name.starts_with('.') => "it is hidden".to_string(),
        _ if found.iter().any(other) => "its name has two exercises".to_string(),
        None => "its name is that of no exercise".to_string(),
        Some(last) if last.after == "_checks" => "these are our own checks".to_string(),
        Some(last) if stem.is_some() => return Kind::Answer(last),
        Some(Answer { id, .. }) => {
            format!("its name does not end in .rs; an answer is called ex{id}.rs")
        }
    })
}

/// Without an ending, however that is written.
fn without<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let (stem, last) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    last.eq_ignore_ascii_case(ending).then_some(stem)
}

/// `ex05b`, `EX5b` and `exercise05b`, or else a bare `05b`.
fn answers<'a>(stem: &'a str, course: &Course) -> Vec<Answer<'a>> {
    let words = words(stem);
    let mut found: Vec<Answer> = words
        .filter_map(|word| answer(stem, word, course))
        .collect();
    let is_bare = found.iter().all(|one| one.is_bare);
    found.retain(|one| one.is_bare == is_bare);
    found
}

fn answer<'a>(stem: &'a str, (start, word): (usize, &str), course: &Course) -> Option<Answer<'a>> {
    let lower = word.to_ascii_lowercase();
    let (head, id) = [3, 2].into_iter().find_map(|length| {
        let (head, id) = lower.split_at_checked(lower.len().checked_sub(length)?)?;
        let id = format!("{id:0>3}");
        let is_known = course.exercises.iter().any(|one| one.id == id);
        is_known.then_some((head, id))
    })?;
    let mut marks = MARKS.iter();
    let (name, mark) = marks.find_map(|mark| Some((head.strip_suffix(mark)?, mark)))?;
    let (_, after) = stem.split_at(start + word.len());
    let answer = Answer {
        id,
        copy: copy(after),
        is_bare: mark.is_empty(),
        before: stem.split_at(start + name.len()).0,
        after,
    };
    (!answer.is_bare || name.is_empty()).then_some(answer)
}

/// Each run of letters and digits, and where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|one: char| !one.is_alphanumeric());
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = words.filter(|word| !word.is_empty());
    words.map(move |word| (place(word), word))
}

/// Also of `ex05b - Copy.rs`, in the languages that call it so, and of `ex05b_v2.rs`.
fn copy(after: &str) -> u32 {
    let mut words = words(after).map(|(_, word)| word.to_ascii_lowercase());
    let first = words.next().unwrap_or_default();
    let is_copy = ["copy", "kopie", "copie", "copia"].contains(&first.as_str());
    let number = if is_copy { words.next() } else { Some(first) };
    let number = number.and_then(|word| word.trim_start_matches('v').parse().ok());
    number.unwrap_or(u32::from(is_copy))
}

/// Whose file this is, and what tells apart two of the same name. For a folder there is no kind.
pub fn owner(name: &str, kind: Option<&Kind>, course: &Course) -> Option<[String; 2]> {
    // Moodle: `Surname First_12345_assignsubmission_file_ex05b.rs`, or a folder of such a name.
    if let Some((whole, _)) = name.split_once("_assignsubmission_") {
        let person = whole.trim_end_matches(|one: char| one.is_ascii_digit() || one == '_');
        return Some([person.to_string(), whole.to_string()]);
    }
    let late = |part: &&str| !part.eq_ignore_ascii_case("late");
    let parts: Vec<&str> = name.split('_').filter(late).collect();
    let is_number = |text: &str| text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_digit());
    let person = match (parts.as_slice(), kind) {
        // Canvas: `surnamefirst_12345_67890_ex05b-2.rs`, and a `LATE` before the numbers.
        ([person, user, file, _, ..], _) if is_number(user) && is_number(file) => {
            return Some([person.to_string(), format!("{person}_{user}")]);
        }
        (_, None) => name,
        (_, Some(Kind::Answer(answer))) => beside(answer)?,
        (_, Some(Kind::Archive(stem))) => match answers(stem, course).pop() {
            Some(answer) => beside(&answer)?,
            None => stem.split(" (").next()?,
        },
        (_, Some(Kind::Other(_))) => return None,
    };
    Some([person.to_string(), person.to_lowercase()])
}

/// What stands before the exercise, or else behind it: `anna_ex05b.rs`, `ex05b_anna.rs`.
fn beside<'a>(answer: &Answer<'a>) -> Option<&'a str> {
    let after = if answer.copy == 0 { answer.after } else { "" };
    let bare = |text: &'a str| text.trim_matches(|one: char| !one.is_alphanumeric());
    let mut sides = [answer.before, after].map(bare).into_iter();
    sides.find(|text| !text.is_empty())
}

//! A text, told by what it changes in another one.
//!
//! ```text
//!  a line that stays, and says where this is
//! -a line that goes
//! -the first of the lines that go ... the last of them
//! +a line that comes in their place
//! `some words` becomes `others`
//! `some words` becomes `others`, 2 times
//! ...
//! ```
//!
//! One edit is made after the other. What stays or goes must be found once, and words as often as
//! is said. The last of the lines that go is the next one of this text that is as far from the
//! margin as the first. Three dots alone part an edit from the one before it.

use std::ops::Range;

/// # Errors
/// Which edit cannot be made, and why.
pub fn apply(text: &str, edits: &[&str]) -> Result<String, String> {
    let mut text = text.to_string();
    let mut rest = edits;
    while let Some(line) = rest.first() {
        let old = count(rest, &[' ', '-']);
        let new = count(&rest[old..], &['+']);
        let length = match line {
            _ if old > 0 => {
                text = lines(&text, &rest[..old], &rest[old..old + new])?;
                old + new
            }
            words if words.starts_with('`') => {
                text = replaced(&text, words)?;
                1
            }
            &"..." => 1,
            _ => return Err(format!("It does not say where this goes:\n{line}")),
        };
        rest = &rest[length..];
    }
    Ok(text)
}

/// How many lines at the beginning have one of these signs.
fn count(edits: &[&str], signs: &[char]) -> usize {
    let signed = edits.iter().take_while(|line| line.starts_with(signs));
    signed.count()
}

fn lines(text: &str, old: &[&str], new: &[&str]) -> Result<String, String> {
    let all: Vec<&str> = text.lines().collect();
    let place = |start: usize| Some(start..start + length(&all[start..], old)?);
    let places: Vec<Range<usize>> = (0..all.len()).filter_map(place).collect();
    let [place] = places.as_slice() else {
        let (times, old) = (places.len(), old.join("\n"));
        return Err(format!(
            "These lines are found {times} times, not once:\n{old}"
        ));
    };
    let stay = old.iter().filter_map(|line| line.strip_prefix(' '));
    let come = new.iter().filter_map(|line| line.strip_prefix('+'));
    let before = all[..place.start].iter().copied();
    let after = all[place.end..].iter().copied();
    let lines = before.chain(stay).chain(come).chain(after);
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// How many of the lines the old ones are, if they are the first of them.
fn length(lines: &[&str], old: &[&str]) -> Option<usize> {
    let mut length = 0;
    for line in old {
        let line = &line[1..];
        let (first, last) = match line.split_once(" ... ") {
            Some((first, last)) => (first, Some(last)),
            None => (line, None),
        };
        if *lines.get(length)? != first {
            return None;
        }
        length += 1;
        if let Some(last) = last {
            let margin = &first[..first.len() - first.trim_start().len()];
            let is_last = |line: &&str| line.strip_prefix(margin) == Some(last);
            length += 1 + lines[length..].iter().position(is_last)?;
        }
    }
    Some(length)
}

fn replaced(text: &str, edit: &str) -> Result<String, String> {
    let (old, new, times) =
        words(edit).ok_or_else(|| format!("This is not understood:\n{edit}"))?;
    match text.matches(old).count() {
        found if found == times => Ok(text.replace(old, new)),
        found => Err(format!("This is found {found} times, not {times}:\n{old}")),
    }
}

fn words(edit: &str) -> Option<(&str, &str, usize)> {
    let (old, new) = edit.strip_prefix('`')?.split_once("` becomes `")?;
    if let Some(new) = new.strip_suffix('`') {
        return Some((old, new, 1));
    }
    let (new, times) = new.strip_suffix(" times")?.rsplit_once("`, ")?;
    Some((old, new, times.parse().ok()?))
}

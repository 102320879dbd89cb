//! The differences between two files, in the unified format.

use crate::align::{Line, align};

/// How many lines that stay are shown around those that do not.
const CONTEXT: usize = 3;

/// One line of a diff: its sign, and its text.
type Signed<'a> = (char, &'a str);

/// The differences, without the names of the files; nothing if there are none.
pub fn unified(old: &[String], new: &[String]) -> String {
    let lines = signed(old, new);
    let mut text = String::new();
    let mut shown_to = 0;
    while let Some(first) = lines[shown_to..].iter().position(|(sign, _)| *sign != ' ') {
        let start = (shown_to + first).saturating_sub(CONTEXT).max(shown_to);
        let end = end_of_hunk(&lines, shown_to + first);
        text.push_str(&header(&lines, start, end));
        for (sign, line) in &lines[start..end] {
            let line = format!("{sign}{line}");
            text.push_str(line.trim_end());
            text.push('\n');
        }
        shown_to = end;
    }
    text
}

/// How many lines come, and how many go.
pub fn counts(old: &[String], new: &[String]) -> (usize, usize) {
    let lines = signed(old, new);
    let count = |wanted| lines.iter().filter(|(sign, _)| *sign == wanted).count();
    (count('+'), count('-'))
}

fn signed<'a>(old: &'a [String], new: &'a [String]) -> Vec<Signed<'a>> {
    let mut rest = old.iter();
    let mut lines = Vec::new();
    let mut added = Vec::new();
    let aligned = align(old, new);
    for (line, new) in aligned.iter().zip(new) {
        if let Line::Kept(kept) = line {
            let gone = rest.by_ref().take_while(|old| *old != kept);
            lines.extend(gone.map(|old| ('-', old.as_str())));
            lines.append(&mut added);
            lines.push((' ', new.as_str()));
        } else {
            added.push(('+', new.as_str()));
        }
    }
    lines.extend(rest.map(|old| ('-', old.as_str())));
    lines.append(&mut added);
    lines
}

fn end_of_hunk(lines: &[Signed], first: usize) -> usize {
    let mut end = first;
    let mut calm = 0;
    for (sign, _) in &lines[first..] {
        calm = if *sign == ' ' { calm + 1 } else { 0 };
        if calm > 2 * CONTEXT {
            return end + 1 - (CONTEXT + 1);
        }
        end += 1;
    }
    end - calm.saturating_sub(CONTEXT)
}

fn header(lines: &[Signed], start: usize, end: usize) -> String {
    let count = |lines: &[Signed], gone| lines.iter().filter(|(sign, _)| *sign != gone).count();
    let (before, inside) = (&lines[..start], &lines[start..end]);
    let side = |gone| {
        let (skipped, shown) = (count(before, gone), count(inside, gone));
        format!("{},{shown}", if shown > 0 { skipped + 1 } else { skipped })
    };
    format!("@@ -{} +{} @@\n", side('+'), side('-'))
}

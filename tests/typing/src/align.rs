//! Two versions of some lines, side by side: which lines stay, which come, which go.

use std::ops::Range;

/// The line of a piece that stands for lines that stay as they are.
const ELISION: &str = "// ...";

/// One line of the new version.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    New(String),
    Kept(String),
    /// Lines that stay and are not shown, with how the piece shows that.
    Elided(String, Vec<String>),
}

/// Finds the alignment that changes the fewest lines. Next to an elision no line goes.
pub fn align(old: &[String], new: &[String]) -> Vec<Line> {
    let costs = costs(old, new);
    let mut lines = Vec::new();
    let (mut o, mut n) = (0, 0);
    while n < new.len() {
        if is_elision(&new[n]) {
            let mut ends = (o..=old.len()).rev();
            let end = ends.find(|&end| costs[end][n + 1] == costs[o][n]);
            let end = end.unwrap_or(old.len());
            lines.push(Line::Elided(new[n].clone(), old[o..end].to_vec()));
            (o, n) = (end, n + 1);
        } else if o < old.len() && old[o] == new[n] && costs[o][n] == costs[o + 1][n + 1] {
            lines.push(Line::Kept(new[n].clone()));
            (o, n) = (o + 1, n + 1);
        } else if o < old.len() && costs[o][n] == costs[o + 1][n] + 1 {
            o += 1;
        } else {
            lines.push(Line::New(new[n].clone()));
            n += 1;
        }
    }
    lines
}

/// A part of the old that another of the new has taken the place of.
pub struct Hunk {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// All that changes, and nothing that stays.
pub fn hunks(old: &[String], new: &[String]) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut o, mut n) = (0, 0);
    let kept = align(old, new).into_iter().zip(0..);
    let kept = kept.filter_map(|(line, at)| match line {
        Line::Kept(text) => Some((Some(text), at)),
        _ => None,
    });
    for (text, at) in kept.chain([(None, new.len())]) {
        let is_it = |line: &String| text.as_ref().is_none_or(|text| line == text);
        let stays = old[o..].iter().position(is_it).filter(|_| text.is_some());
        let to = o + stays.unwrap_or(old.len() - o);
        if to > o || at > n {
            hunks.push(Hunk {
                old: o..to,
                new: n..at,
            });
        }
        (o, n) = (to + 1, at + 1);
    }
    hunks
}

fn is_elision(line: &str) -> bool {
    line.trim() == ELISION
}

/// How many lines change from `old[o..]` to `new[n..]`.
fn costs(old: &[String], new: &[String]) -> Vec<Vec<usize>> {
    let mut costs = vec![vec![0; new.len() + 1]; old.len() + 1];
    for o in (0..=old.len()).rev() {
        for n in (0..=new.len()).rev() {
            costs[o][n] = match (old.get(o), new.get(n)) {
                (_, None) => old.len() - o,
                (_, Some(line)) if is_elision(line) => {
                    let ends = costs[o..].iter().map(|end| end[n + 1]);
                    ends.min().unwrap_or(0)
                }
                (None, Some(_)) => costs[o][n + 1] + 1,
                (Some(was), Some(is)) => {
                    let changed = costs[o][n + 1].min(costs[o + 1][n]) + 1;
                    let kept = costs[o + 1][n + 1];
                    if was == is {
                        changed.min(kept)
                    } else {
                        changed
                    }
                }
            };
        }
    }
    costs
}

/// A closing bracket between new lines is new to a reader, even if another stood in its place.
pub fn with_brackets_of_new_code_new(mut lines: Vec<Line>) -> Vec<Line> {
    let is_bracket = |line: &&Line| match line {
        Line::Kept(text) => !text.contains(char::is_alphanumeric),
        _ => false,
    };
    let mut at = 0;
    while at < lines.len() {
        let is_after_new = at > 0 && matches!(lines[at - 1], Line::New(_));
        let end = at + lines[at..].iter().take_while(is_bracket).count();
        if is_after_new && matches!(lines.get(end), Some(Line::New(_))) {
            for line in &mut lines[at..end] {
                if let Line::Kept(text) = line {
                    *line = Line::New(std::mem::take(text));
                }
            }
        }
        at = end.max(at + 1);
    }
    lines
}

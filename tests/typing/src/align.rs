//! Two versions of some lines, side by side: which lines stay, which come, which go.

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

fn is_elision(line: &str) -> bool {
    line.trim() == ELISION
}

/// How many lines change from `old[o..]` to `new[n..]`.
fn costs(old: &[String], new: &[String]) -> Vec<Vec<usize>> {
    let mut costs = vec![vec![0; new.len() + 1]; old.len() + 1];
    for o in (0..=old.len()).rev() {
        for n in (0..=new.len()).rev() {
            costs[o][n] = if n == new.len() {
                old.len() - o
            } else if is_elision(&new[n]) {
                let ends = o..=old.len();
                ends.map(|end| costs[end][n + 1]).min().unwrap_or(0)
            } else if o == old.len() {
                costs[o][n + 1] + 1
            } else {
                let changed = costs[o][n + 1].min(costs[o + 1][n]) + 1;
                let is_kept = old[o] == new[n];
                changed.min(if is_kept {
                    costs[o + 1][n + 1]
                } else {
                    changed
                })
            };
        }
    }
    costs
}

/// A closing bracket between new lines is new to a reader, even if another stood in its place.
pub fn with_brackets_of_new_code_new(mut lines: Vec<Line>) -> Vec<Line> {
    let is_new = |line: Option<&Line>| matches!(line, Some(Line::New(_)));
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| match line {
            Line::Kept(text) => !text.contains(char::is_alphanumeric),
            _ => false,
        });
        let end = at + run.count();
        if end > at && at > 0 && is_new(lines.get(at - 1)) && is_new(lines.get(end)) {
            for line in &mut lines[at..end] {
                if let Line::Kept(text) = line {
                    *line = Line::New(text.clone());
                }
            }
        }
        at = end.max(at + 1);
    }
    lines
}

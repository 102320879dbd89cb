//! Marks the lines of a piece that were there before, so that new lines stand out from them.
//!
//! mdBook takes `# ` at the start of a line of Rust for the mark of a line to hide. The book's
//! stylesheet does not hide these lines, it fades them.

use std::collections::BTreeMap;

use crate::align::Line;
use crate::follow::{Walk, walk};
use crate::made::{self, Made};
use crate::pages::{Block, Part, parts};
use crate::{files, minutes, pages};

/// Marks the pieces of a chapter anew, and says how long its pages take.
pub fn write(step: &str) -> Result<(), String> {
    let walk = walk(step)?;
    made::write(marked(&walk)?)?;
    made::write(minutes::told(&walk)?)
}

/// The pages of a chapter whose marks or minutes are not as they should be.
pub fn check(walk: &Walk) -> Result<Vec<String>, String> {
    let made = [marked(walk)?, minutes::told(walk)?].concat();
    Ok(made::wrong(&made, "mark"))
}

/// The text of each page with pieces, marked.
fn marked(walk: &Walk) -> Result<Made, String> {
    let mut pages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for piece in &walk.pieces {
        let (path, fence, lines) = (piece.page.as_str(), piece.line, &piece.lines);
        let text = files::read(path)?;
        let page = pages.entry(path);
        let page = page.or_insert_with(|| text.lines().map(str::to_string).collect());
        for part in parts(&text) {
            match part {
                Part::Block(block) if block.line == fence && is_markable(path, &block) => {
                    let shown = page[fence..].iter_mut().zip(lines);
                    shown.for_each(|(line, new)| *line = marked_line(new));
                }
                _ => {}
            }
        }
    }
    let joined = pages.into_iter();
    Ok(joined
        .map(|(path, lines)| (path.to_string(), lines.join("\n") + "\n"))
        .collect())
}

fn is_markable(page: &str, block: &Block) -> bool {
    let mut lines = block.lines.iter();
    block.has("rust") && lines.all(|line| pages::include(page, line).is_none())
}

fn marked_line(line: &Line) -> String {
    match line {
        Line::New(text) => text.clone(),
        Line::Kept(text) | Line::Elided(text, _) if text.is_empty() => "#".to_string(),
        Line::Kept(text) | Line::Elided(text, _) => format!("# {text}"),
    }
}

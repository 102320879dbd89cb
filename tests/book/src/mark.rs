//! Marks the lines of a piece that were there before, so that new lines stand out from them.
//!
//! mdBook takes `# ` at the start of a line of Rust for the mark of a line to hide. The book's
//! stylesheet does not hide these lines, it fades them.

use std::collections::BTreeMap;

use crate::align::Line;
use crate::follow::{Walk, walk};
use crate::pages::{Block, Part, parts};
use crate::{files, minutes, pages};

/// Marks the pieces of a chapter anew, and says how long its pages take.
///
/// # Errors
/// What keeps one from following along.
pub fn write(step: &str) -> Result<(), String> {
    let walk = walk(step)?;
    for (path, text) in marked(&walk)? {
        files::write(&path, &text)?;
    }
    for (path, text) in minutes::told(&walk)? {
        files::write(&path, &text)?;
    }
    Ok(())
}

/// The pages of a chapter whose marks or minutes are not as they should be.
///
/// # Errors
/// A page cannot be read.
pub fn check(walk: &Walk) -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for (path, text) in marked(walk)?.into_iter().chain(minutes::told(walk)?) {
        let is = files::read(&path)?;
        let differs = is.lines().zip(text.lines()).position(|(is, new)| is != new);
        if let Some(at) = differs {
            problems.push(format!(
                "{path}:{}: the marks of lines that stay, or the minutes, are not right; put them right with \
                 `cargo run -p book -- mark`",
                at + 1
            ));
        }
    }
    Ok(problems)
}

/// The text of each page with pieces, marked.
fn marked(walk: &Walk) -> Result<BTreeMap<String, String>, String> {
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for piece in &walk.pieces {
        let (path, fence, lines) = (&piece.page, piece.line, &piece.lines);
        if !pages.contains_key(path) {
            let text = files::read(path)?;
            pages.insert(path.clone(), text.lines().map(str::to_string).collect());
        }
        let page = pages.entry(path.clone()).or_default();
        let text = page.join("\n");
        let blocks = parts(&text).into_iter().filter_map(|part| match part {
            Part::Block(block) if block.line == fence => Some(block),
            _ => None,
        });
        for block in blocks.filter(|block| is_markable(path, block)) {
            for (line, new) in page[fence..].iter_mut().zip(lines) {
                *line = marked_line(new);
            }
            debug_assert_eq!(block.lines.len(), lines.len());
        }
    }
    let joined = pages.into_iter();
    Ok(joined
        .map(|(path, lines)| (path, lines.join("\n") + "\n"))
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

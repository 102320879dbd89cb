//! What several checks ask of a page.

use crate::pages::{Page, include};

/// Its heading.
pub fn title(page: &Page) -> &str {
    let heading = page.text.lines().find_map(|line| line.strip_prefix("# "));
    heading.unwrap_or(&page.path)
}

/// The files that it includes.
pub fn includes(page: &Page) -> impl Iterator<Item = String> {
    let lines = page.text.lines();
    lines.filter_map(|line| Some(include(&page.path, line)?.0))
}

/// Whether a file holds what the compiler says.
pub fn is_message(path: &str) -> bool {
    path.starts_with("book/refused/")
}

/// Whether a page is that of an exercise.
pub fn is_exercise(path: &str) -> bool {
    let name = path.rsplit('/').next();
    name.is_some_and(|name| name.starts_with("ex"))
}

/// The lines of a text that are code in blocks, or that are not, numbered from 1.
pub fn lines(text: &str, code: bool) -> impl Iterator<Item = (usize, &str)> {
    let mut is_code = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_fence && is_code == code
    })
}

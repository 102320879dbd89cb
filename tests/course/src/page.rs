//! What the page of an exercise says.

use crate::plain;

pub struct Page {
    path: String,
    text: String,
}

impl Page {
    pub fn new(path: String, text: &str) -> Page {
        let text = text.replace("\r\n", "\n");
        Page { path, text }
    }

    /// The heading, without the number of the exercise.
    pub fn title(&self) -> &str {
        let line = self.text.lines().next().unwrap_or_default();
        let line = line.trim_start_matches('#').trim();
        match line.split_once(". ") {
            Some((number, title)) if number.starts_with(|c: char| c.is_ascii_digit()) => title,
            _ => line,
        }
    }

    pub fn time(&self) -> &str {
        self.cell(2)
    }

    /// `●●○` in words.
    pub fn difficulty(&self) -> String {
        let dots = self.cell(3);
        match dots.matches('●').count() {
            0 => dots.to_string(),
            full => format!("{full} of {}", dots.chars().count()),
        }
    }

    /// A cell of the table's row, counted from 1.
    fn cell(&self, number: usize) -> &str {
        let row = self.text.lines().find(|line| line.starts_with("| `steps/"));
        let cell = row.and_then(|row| row.split('|').nth(number));
        cell.unwrap_or_default().trim()
    }

    pub fn hint(&self, digit: &str) -> Option<String> {
        let text = self.unfolded(&format!("<summary>Hint {digit}</summary>"));
        text.map(plain::text)
    }

    /// The answer with its discussion.
    pub fn answer(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        let text = self.unfolded("<summary>The answer")?;
        let (_, text) = text.split_once("</summary>")?;
        Some(plain::text(&plain::with_includes(text, &self.path, read)))
    }

    /// What follows a summary, up to the end of its `<details>`; others may lie within.
    fn unfolded(&self, summary: &str) -> Option<&str> {
        let (_, rest) = self.text.split_once(summary)?;
        let mut depth = 1;
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            depth += line.matches("<details").count();
            depth -= line.matches("</details>").count().min(depth);
            if depth == 0 {
                break;
            }
            end += line.len();
        }
        rest.get(..end)
    }
}

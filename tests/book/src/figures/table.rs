//! Tables in Markdown: the first column is aligned to the left, all others to the right.

use super::origin;

/// A table, and a paragraph that says where its numbers come from.
pub fn markdown(head: &[&str], rows: &[Vec<String>], from: &str) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| cell.to_string()).collect();
    let rule: Vec<&str> = (0..head.len())
        .map(|column| if column == 0 { "---" } else { "---:" })
        .collect();
    let mut text = line(&head) + &format!("| {} |\n", rule.join(" | "));
    for row in rows {
        text += &line(row);
    }
    text + "\n" + &origin::paragraph(from)
}

//! Names and messages come from others, and may hold anything.

/// A field of a CSV file. A spreadsheet takes what begins with `=` for a formula, so that begins
/// with an apostrophe.
pub fn csv(text: &str) -> String {
    let is_formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

/// Text or an attribute of XML. What XML cannot say becomes U+FFFD.
pub fn xml(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            control if control < ' ' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// One line for a terminal.
pub fn line(text: &str) -> String {
    let shown = text.chars().map(|character| {
        if character.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            character
        }
    });
    shown.collect()
}

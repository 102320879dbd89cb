//! Names and messages come from others, and may hold anything.

/// A field of a CSV file. A spreadsheet takes what begins with `=` for a formula, so that begins
/// with an apostrophe.
pub fn csv(text: &str) -> String {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let mark = if text.trim_start().starts_with(signs) {
        "'"
    } else {
        ""
    };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

/// Text or an attribute of XML. What XML cannot say becomes U+FFFD.
pub fn xml(text: &str) -> String {
    let escaped = text.chars().map(|character| match character {
        '&' => "&amp;".to_string(),
        '<' => "&lt;".to_string(),
        '>' => "&gt;".to_string(),
        '"' => "&quot;".to_string(),
        '\'' => "&apos;".to_string(),
        '\n' | '\t' => format!("&#{};", character as u32),
        '\0'..' ' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER.to_string(),
        other => other.to_string(),
    });
    escaped.collect()
}

/// One line for a terminal.
pub fn line(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

//! A message of the compiler, taken apart: the errors in it, and of each the line of code that is
//! refused.

/// One error.
pub struct Error {
    /// Such as `E0382`; empty if it has none.
    pub code: String,
    /// What it says in its first line; after it, where that names nothing, what it says of the place.
    pub says: String,
    /// The line of code that it marks.
    pub refused: String,
}

/// The errors in what the compiler has said.
pub fn errors(text: &str) -> Vec<Error> {
    let lines: Vec<&str> = text.lines().collect();
    let mut errors = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some((code, says)) = headline(line) {
            let rest = &lines[at + 1..];
            let end = rest.iter().position(|line| headline(line).is_some());
            let marked = marked(&rest[..end.unwrap_or(rest.len())]);
            let (refused, label) = marked.unwrap_or_default();
            let says = match label.as_str() {
                "" => says.to_string(),
                _ if says.contains('`') && code != "E0308" => says.to_string(),
                label => format!("{says}: {label}"),
            };
            errors.push(Error {
                code: code.to_string(),
                says,
                refused,
            });
        }
    }
    errors
}

/// The code of an error, or nothing, and what it says, if the line is its first.
pub fn headline(line: &str) -> Option<(&str, &str)> {
    match line.strip_prefix("error[") {
        Some(rest) => rest.split_once("]: "),
        None => {
            let says = line.strip_prefix("error: ")?;
            (!says.starts_with("aborting due to")).then_some(("", says))
        }
    }
}

/// The line of code over the first `^`, and what the message says of it. Of several lines that are
/// marked together that is the first: it has a `/` before it, or `_^` below.
fn marked(lines: &[&str]) -> Option<(String, String)> {
    let (mut code, mut first) = ("", "");
    for (at, line) in lines.iter().enumerate() {
        let Some((number, source)) = line.split_once('|') else {
            continue;
        };
        if number.trim().parse::<u32>().is_ok() {
            let source = source.trim();
            code = source.strip_prefix("| ").unwrap_or(source).trim();
            first = code.strip_prefix("/ ").unwrap_or(first).trim();
        } else if let Some(column) = source.find('^').filter(|_| !code.is_empty()) {
            let rest = &lines[at + 1..];
            let beside = source[column..].trim_start_matches('^').trim();
            let (code, label) = match source.trim() {
                mark if mark.starts_with("|_") => (first, beside),
                mark if mark.ends_with("_^") => (code, at_the_end(rest)),
                _ if beside.is_empty() || beside.starts_with('-') => (code, below(rest, column)),
                _ => (code, beside),
            };
            return Some((code.to_string(), label.to_string()));
        }
    }
    None
}

/// The words beside the end of a mark that several lines have.
fn at_the_end<'a>(lines: &[&'a str]) -> &'a str {
    let marks = lines.iter().filter_map(|line| line.split_once("|_"));
    let words = marks.filter_map(|(_, mark)| mark.split_once("_^"));
    words
        .map(|(_, words)| words.trim())
        .next()
        .unwrap_or_default()
}

/// The words that begin in this column, below a mark that has no room for them at its side.
fn below<'a>(lines: &[&'a str], column: usize) -> &'a str {
    let labels = lines.iter().map_while(|line| line.split_once('|'));
    let labels = labels.filter_map(|(_, label)| label.get(column..));
    let mut words = labels.skip_while(|label| label.starts_with('|'));
    let words = words.next().filter(|label| !label.starts_with(' '));
    words.unwrap_or_default()
}

//! Bytes as one can type them, and as one can read them.

use crate::{Outcome, Problem};

/// The most often that a text can be repeated.
const MOST: usize = 100_000;

/// The bytes that a text with `\r`, `\n`, `\t`, `\\` and `\xHH` stands for, and with `\*101{a: b\r\n}`
/// for a text that comes 101 times.
pub fn read(text: &str) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        rest = one(escape, &mut bytes).ok_or_else(|| {
            let shown: String = escape.chars().take(3).collect();
            Problem::words(format!(
                "\"\\{shown}\" is no escape of knock; try \\r \\n \\t \\\\, \\x and two \
                 hexadecimal digits, or \\*100{{text}}"
            ))
        })?;
    }
    bytes.extend(rest.as_bytes());
    Ok(bytes)
}

/// Adds the bytes that an escape stands for; it begins after the backslash. Returns what follows it.
fn one<'a>(escape: &'a str, bytes: &mut Vec<u8>) -> Option<&'a str> {
    let mut rest = escape.chars();
    let byte = match rest.next()? {
        'r' => b'\r',
        'n' => b'\n',
        't' => b'\t',
        '\\' => b'\\',
        'x' => {
            let high = rest.next()?.to_digit(16)?;
            let low = rest.next()?.to_digit(16)?;
            (high * 16 + low) as u8
        }
        '*' => {
            let (count, rest) = rest.as_str().split_once('{')?;
            let (text, rest) = rest.split_once('}')?;
            let count = count.parse().ok().filter(|count| *count <= MOST)?;
            bytes.extend(read(text).ok()?.repeat(count));
            return Some(rest);
        }
        _ => return None,
    };
    bytes.push(byte);
    Some(rest.as_str())
}

/// What came, as lines: text as it is, a line end as a line end, everything else as `\xHH`.
pub fn show(bytes: &[u8]) -> String {
    let mut shown = String::new();
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().replace("\r\n", "\n").chars() {
            match character {
                '\n' | '\t' => shown.push(character),
                _ if character.is_ascii_control() => {
                    shown += &format!("\\x{:02x}", u32::from(character));
                }
                _ => shown.push(character),
            }
        }
        shown.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    if !shown.is_empty() && !shown.ends_with('\n') {
        shown.push('\n');
    }
    shown
}

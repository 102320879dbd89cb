//! What a right answer to exercise 02a does.

use trial::{Outcome, ensure, equal};

use super::exercise::RequestLine;

#[path = "ex02a_words.rs"]
mod words;
pub use words::*;

/// Where a slice begins in the text that it is a slice of.
fn place(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (
        text.as_bytes().as_ptr_range(),
        part.as_bytes().as_ptr_range(),
    );
    let is_within = text.contains(&part.start) && part.end <= text.end;
    is_within.then(|| part.start as usize - text.start as usize)
}

/// At its end the request line is dropped, and its parts are not. It compiles because of `'text`.
fn parts(line: &str) -> Option<[&str; 4]> {
    let parsed = RequestLine::parse(line)?;
    let query = parsed.query().unwrap_or_default();
    let parts = [parsed.method(), parsed.path(), query, parsed.version()];
    Some(parts) // Refused here? Then one of your signatures borrows from `self`.
}

pub fn the_parts_are_slices_of_the_line() -> Outcome {
    let line = String::from("Get /Sleep?Now HTTP/1.1");
    let parts = parts(&line).ok_or("`parse(\"Get /Sleep?Now HTTP/1.1\")` must be `Some`")?;
    for (part, at) in parts.into_iter().zip([0, 4, 11, 15]) {
        ensure(place(&line, part) == Some(at), || {
            format!(
                "{part:?} should be a slice of {line:?}, beginning at byte {at}.\n  It lies \
                 somewhere else. Has it been copied, or changed on the way?\n  `'text` asks for \
                 a slice of the text, and for nothing that is kept for ever."
            )
        })?;
    }
    these_are_the_parts()
}

/// Method, path, query and version.
type Parts<'text> = (&'text str, &'text str, Option<&'text str>, &'text str);

fn these_are_the_parts() -> Outcome {
    let bytes = "A slice begins and ends at a byte. Is a place counted in characters? `é` is one \
                 character,\n  and two bytes.";
    let three = "It is three words with one space between, and no more is asked for. What a word \
                 may be,\n  others decide.";
    let cases: [(Parts, &str); 5] = [
        (("GET", "/é", Some("ü=→"), "HTTP/1.1"), bytes),
        (("OPTIONS", "*", None, "HTTP/1.1"), three),
        (("M-SEARCH", "", Some("x"), "HTTP/2"), three),
        (("G?T", "/a", None, "HTTP/1?1"), three),
        (("a", "b", None, "c"), three),
    ];
    for (expected, look) in cases {
        has_parts(expected, look)?;
    }
    Ok(())
}

/// Takes a line apart that has these parts.
fn has_parts(expected: Parts, look: &str) -> Outcome {
    let (method, path, query, version) = expected;
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let line = format!("{method} {path}{query} {version}");
    let parsed = RequestLine::parse(&line);
    let came = parsed.map(|line| (line.method(), line.path(), line.query(), line.version()));
    let what = format!("method, path, query and version of {line:?}");
    equal(&what, came, Some(expected), look)
}

pub fn the_first_question_mark_counts() -> Outcome {
    let cases = [
        ("/sleep", "/sleep", None),
        ("/sleep?", "/sleep", Some("")),
        ("/sleep?1", "/sleep", Some("1")),
        ("/find?what=?&where=x?y", "/find", Some("what=?&where=x?y")),
        ("/a#b?c#d", "/a#b", Some("c#d")),
    ];
    for (target, path, query) in cases {
        let line = format!("GET {target} HTTP/1.1");
        let parsed = RequestLine::parse(&line);
        let parsed = parsed.ok_or_else(|| format!("`parse({line:?})` must be `Some`"))?;
        equal(
            &format!("path and query of {target:?}"),
            (parsed.path(), parsed.query()),
            (path, query),
            "At which `?` is the target cut, what becomes of the others, and does anything else cut it?",
        )?;
    }
    Ok(())
}

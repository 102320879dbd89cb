//! What a right answer to exercise 02a does.

use std::ptr;

use trial::{Outcome, ensure, equal};

use super::exercise::RequestLine;

/// Method, path, query and version.
type Parts<'text> = (&'text str, &'text str, Option<&'text str>, &'text str);

/// At its end the request line is dropped, and its parts are not. It compiles because of `'text`.
fn parts(line: &str) -> Option<Parts<'_>> {
    let line = RequestLine::parse(line)?;
    let parts = (line.method(), line.path(), line.query(), line.version());
    Some(parts) // Refused here? Then one of your signatures borrows from `self`.
}

pub fn the_parts_are_slices_of_the_line() -> Outcome {
    let line = String::from("Get /Sleep?Now HTTP/1.1");
    let parts = parts(&line).ok_or("`parse(\"Get /Sleep?Now HTTP/1.1\")` must be `Some`")?;
    let (method, path, query, version) = parts;
    let query = query.unwrap_or_default();
    for (part, at) in [(method, 0), (path, 4), (query, 11), (version, 15)] {
        let slice = line.get(at..at + part.len());
        let why = format!(
            "{part:?} should be a slice of {line:?}, beginning at byte {at}.\n  It lies somewhere \
             else. Has it been copied, or changed on the way?\n  `'text` asks for a slice of the \
             text, and for nothing that is kept for ever."
        );
        ensure(slice.is_some_and(|slice| ptr::eq(slice, part)), || why)?;
    }
    let bytes = "A slice begins and ends at a byte. Is a place counted in characters? `é` is one \
                 character,\n  and two bytes.";
    has_parts(("GET", "/é", Some("ü=→"), "HTTP/1.1"), bytes)?;
    let three = "It is three words with one space between, and no more is asked for. What a word \
                 may be,\n  others decide.";
    has_parts(("OPTIONS", "*", None, "HTTP/1.1"), three)?;
    has_parts(("M-SEARCH", "", Some("x"), "HTTP/2"), three)?;
    has_parts(("G?T", "/a", None, "HTTP/1?1"), three)?;
    has_parts(("a", "b", None, "c"), three)
}

/// Takes a line apart that has these parts.
fn has_parts(expected: Parts, look: &str) -> Outcome {
    let (method, path, query, version) = expected;
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let line = format!("{method} {path}{query} {version}");
    let what = format!("method, path, query and version of {line:?}");
    equal(&what, parts(&line), Some(expected), look)
}

pub fn the_first_question_mark_counts() -> Outcome {
    for (target, path, query) in [
        ("/sleep", "/sleep", None),
        ("/sleep?", "/sleep", Some("")),
        ("/sleep?1", "/sleep", Some("1")),
        ("/find?what=?&where=x?y", "/find", Some("what=?&where=x?y")),
        ("/a#b?c#d", "/a#b", Some("c#d")),
    ] {
        let line = format!("GET {target} HTTP/1.1");
        let parts = parts(&line).ok_or_else(|| format!("`parse({line:?})` must be `Some`"))?;
        let what = format!("path and query of {target:?}");
        let look = "At which `?` is the target cut, what becomes of the others, and does anything else cut it?";
        equal(&what, (parts.1, parts.2), (path, query), look)?;
    }
    Ok(())
}

pub fn there_is_exactly_one_space_between() -> Outcome {
    let look = "Two servers that forgive different spaces read different requests. What takes any \
                amount\n  of white space for one separator?";
    must_be_none("GET  / HTTP/1.1", look)?;
    must_be_none("GET /\tHTTP/1.1", look)?;
    must_be_none(" GET / HTTP/1.1", look)?;
    let look = "Only the space divides words: a tab or a form feed in the target is a part of it.";
    has_parts(("GET", "/a\tb\u{c}c", None, "HTTP/1.1"), look)?;
    // Whoever ignores what comes after the third word is told so by another check.
    if parts("GET / HTTP/1.1 HTTP/1.1").is_some() {
        return Ok(());
    }
    let look =
        "A space at the end is one too many. What takes it away before anybody has looked at it?";
    must_be_none("GET / HTTP/1.1 ", look)?;
    let look = "The line has come without its line end. A CR or LF that is still there is a part \
                of the\n  version, and others judge it. What takes it away?";
    has_parts(("GET", "/", None, "HTTP/1.1\r\n"), look)
}

pub fn there_are_exactly_three_words() -> Outcome {
    let missing = "Does it notice when a word is missing?";
    let empty = "Between two spaces, and before or after one at the edge, `split` finds a word, \
                 too: an\n  empty one. Does anybody look whether a word is empty?";
    let more = "Is there a look at what comes after the third word? It must not be ignored, and it \
                is\n  no part of the version.";
    for (lines, look) in [
        (&["", "GET", "GET /"][..], missing),
        (&["GET  HTTP/1.1", " / HTTP/1.1", "GET / ", "  "], empty),
        (&["GET / HTTP/1.1 HTTP/1.1", "GET /a b HTTP/1.1"], more),
    ] {
        lines.iter().try_for_each(|line| must_be_none(line, look))?;
    }
    Ok(())
}

fn must_be_none(line: &str, look: &str) -> Outcome {
    let why = "`parse(\"GET / HTTP/1.1\")` must be `Some`: look at `parse`";
    parts("GET / HTTP/1.1").ok_or(why)?;
    let parsed = RequestLine::parse(line);
    ensure(parsed.is_none(), || {
        format!("`parse({line:?})`\n  expected: None\n  came:     {parsed:?}\n  {look}")
    })
}

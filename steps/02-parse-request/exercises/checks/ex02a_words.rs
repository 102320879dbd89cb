//! What makes three words of a line. Two of the checks of exercise 02a.

use trial::{Outcome, ensure, equal};

use super::super::exercise::RequestLine;
use super::has_parts;

fn must_be_none(line: &str, look: &str) -> Outcome {
    let parsed = RequestLine::parse(line);
    ensure(parsed.is_none(), || {
        format!("`parse({line:?})`\n  expected: None\n  came:     {parsed:?}\n  {look}")
    })
}

pub fn there_is_exactly_one_space_between() -> Outcome {
    is_some()?;
    for line in ["GET  / HTTP/1.1", "GET /\tHTTP/1.1", " GET / HTTP/1.1"] {
        must_be_none(
            line,
            "Two servers that forgive different spaces read different requests. What takes any \
             amount\n  of white space for one separator?",
        )?;
    }
    let look = "Only the space divides words: a tab or a form feed in the target is a part of it.";
    has_parts(("GET", "/a\tb\u{c}c", None, "HTTP/1.1"), look)?;
    // Whoever ignores what comes after the third word is told so by another check.
    if RequestLine::parse("GET / HTTP/1.1 HTTP/1.1").is_some() {
        return Ok(());
    }
    must_be_none(
        "GET / HTTP/1.1 ",
        "A space at the end is one too many. What takes it away before anybody has looked at it?",
    )?;
    let look = "The line has come without its line end. A CR or LF that is still there is a part of \
                the\n  version, and others judge it. What takes it away?";
    has_parts(("GET", "/", None, "HTTP/1.1\r\n"), look)
}

pub fn there_are_exactly_three_words() -> Outcome {
    is_some()?;
    for line in ["", "GET", "GET /"] {
        must_be_none(line, "Does it notice when a word is missing?")?;
    }
    for line in ["GET  HTTP/1.1", " / HTTP/1.1", "GET / ", "  "] {
        must_be_none(
            line,
            "Between two spaces, and before or after one at the edge, `split` finds a word, too: \
             an\n  empty one. Does anybody look whether a word is empty?",
        )?;
    }
    for line in ["GET / HTTP/1.1 HTTP/1.1", "GET /a b HTTP/1.1"] {
        must_be_none(
            line,
            "Is there a look at what comes after the third word? It must not be ignored, and it \
             is\n  no part of the version.",
        )?;
    }
    Ok(())
}

fn is_some() -> Outcome {
    let is_some = RequestLine::parse("GET / HTTP/1.1").is_some();
    let what = "is `parse(\"GET / HTTP/1.1\")` `Some`?";
    equal(what, is_some, true, "look at `parse`")
}

//! What a right answer to exercise 02a does.

use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::RequestLine;

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str =
    "It does not return. Does each round of the loop come closer to the end of the line?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "the_parts_are_slices_of_the_line",
        misconception: "a text must be copied, or leaked, to outlive what made it",
        run: || bounded(the_parts_are_slices_of_the_line),
    },
    Check {
        name: "the_first_question_mark_counts",
        misconception: "there is at most one `?`",
        run: || bounded(the_first_question_mark_counts),
    },
    Check {
        name: "there_is_exactly_one_space_between",
        misconception: "space is space, and how much does not matter",
        run: || bounded(there_is_exactly_one_space_between),
    },
    Check {
        name: "there_are_exactly_three_words",
        misconception: "what comes after the third word does no harm",
        run: || bounded(there_are_exactly_three_words),
    },
];

fn bounded(check: fn() -> Outcome) -> Outcome {
    within(LIMIT, STUCK, check)?
}

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

fn the_parts_are_slices_of_the_line() -> Outcome {
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
    Ok(())
}

fn the_first_question_mark_counts() -> Outcome {
    let cases = [
        ("/sleep", "/sleep", None),
        ("/sleep?", "/sleep", Some("")),
        ("/sleep?1", "/sleep", Some("1")),
        ("/find?what=?&where=x?y", "/find", Some("what=?&where=x?y")),
    ];
    for (target, path, query) in cases {
        let line = format!("GET {target} HTTP/1.1");
        let parsed = RequestLine::parse(&line);
        let parsed = parsed.ok_or_else(|| format!("`parse({line:?})` must be `Some`"))?;
        equal(
            &format!("path and query of {target:?}"),
            (parsed.path(), parsed.query()),
            (path, query),
            "At which `?` is the target cut, and what becomes of the others?",
        )?;
    }
    Ok(())
}

fn must_be_none(line: &str, look: &str) -> Outcome {
    let parsed = RequestLine::parse(line);
    ensure(parsed.is_none(), || {
        format!("`parse({line:?})`\n  expected: None\n  came:     {parsed:?}\n  {look}")
    })
}

fn there_is_exactly_one_space_between() -> Outcome {
    is_some()?;
    for line in ["GET  / HTTP/1.1", "GET /\tHTTP/1.1", " GET / HTTP/1.1"] {
        must_be_none(
            line,
            "Two servers that forgive different spaces read different requests. What takes any \
             amount\n  of white space for one separator?",
        )?;
    }
    // Whoever ignores what comes after the third word is told so by another check.
    if RequestLine::parse("GET / HTTP/1.1 HTTP/1.1").is_some() {
        return Ok(());
    }
    must_be_none(
        "GET / HTTP/1.1 ",
        "A space at the end is one too many. What takes it away before anybody has looked at it?",
    )
}

fn there_are_exactly_three_words() -> Outcome {
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

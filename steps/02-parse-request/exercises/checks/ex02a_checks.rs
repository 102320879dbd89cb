//! What a right answer to exercise 02a does.

use trial::{Check, Outcome, ensure, equal};

use super::exercise::RequestLine;

pub const CHECKS: &[Check] = &[
    Check {
        name: "the_parts_are_slices_of_the_line",
        misconception: "a text must be copied, or leaked, to outlive what made it",
        run: the_parts_are_slices_of_the_line,
    },
    Check {
        name: "the_first_question_mark_counts",
        misconception: "there is at most one `?`",
        run: the_first_question_mark_counts,
    },
    Check {
        name: "there_is_exactly_one_space_between",
        misconception: "space is space, and how much does not matter",
        run: there_is_exactly_one_space_between,
    },
    Check {
        name: "there_are_exactly_three_words",
        misconception: "what comes after the third word does no harm",
        run: there_are_exactly_three_words,
    },
];

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
fn parts(line: &str) -> Option<[&str; 3]> {
    let parsed = RequestLine::parse(line)?;
    Some([parsed.method(), parsed.path(), parsed.version()])
}

fn the_parts_are_slices_of_the_line() -> Outcome {
    let line = String::from("Get /Sleep HTTP/1.1");
    let parts = parts(&line).ok_or("`parse(\"Get /Sleep HTTP/1.1\")` must be `Some`")?;
    for (part, at) in parts.into_iter().zip([0, 4, 11]) {
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
    Ok(())
}

fn there_are_exactly_three_words() -> Outcome {
    is_some()?;
    for line in ["", "GET", "GET /"] {
        must_be_none(line, "Does it notice when a word is missing?")?;
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
    let line = "GET / HTTP/1.1";
    let is_some = RequestLine::parse(line).is_some();
    equal(
        &format!("is `parse({line:?})` `Some`?"),
        is_some,
        true,
        "look at `parse`",
    )
}

//! Which part stands for what, for the checks of exercise 06b.

use trial::{Outcome, ensure};

use super::super::exercise::Found;
use super::help::{expect, table};

pub fn a_part_stands_for_itself() -> Outcome {
    let routes = table(&[
        ("GET", "/{id}.txt", "text"),
        ("GET", "/m e", "me"),
        ("GET", "/*", "star"),
    ]);
    let look = "`{id}.txt` begins with a brace and does not end with one: it is a name.";
    let text = [
        ("GET", "/7.txt", "nothing"),
        ("GET", "/{id}.txt", "text []"),
    ];
    expect(&routes, look, &text)?;
    let look = "Percent signs mean nothing here, in no part of a path.";
    expect(&routes, look, &[("GET", "/m%20e", "nothing")])?;
    let look = "A question mark means nothing here, too. It is a letter of its part.";
    expect(
        &routes,
        look,
        &[("GET", "/7?a.txt", "nothing"), ("GET", "/m e?a", "nothing")],
    )?;
    let look = "Only braces stand for something else. A star is a star.";
    expect(&routes, look, &[("GET", "/a", "nothing")])
}

pub fn a_part_in_braces_is_always_handed_over() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user")]);
    let look = "Somebody asks for the pattern itself. Are the braces of the pattern looked at before \
                or after the two texts are compared?";
    let literally = [("GET", "/users/{id}", "user [\"{id}\"]")];
    expect(&routes, look, &literally)?;
    let look = "A part that is not empty is any part, and it is handed over as it came, with all its \
                letters.";
    let any = [
        ("GET", "/users/7?a", "user [\"7?a\"]"),
        ("GET", "/users/7#a", "user [\"7#a\"]"),
        ("GET", "/users/\u{e4};b", "user [\"\u{e4};b\"]"),
        ("GET", "/users/.", "user [\".\"]"),
        ("GET", "/users/..", "user [\"..\"]"),
        ("GET", "/users/ ", "user [\" \"]"),
    ];
    expect(&routes, look, &any)?;
    let routes = table(&[("GET", "/{no_1}/{at}/{at}/{{a}}/{}", "move")]);
    let look = "The pattern is `/{no_1}/{at}/{at}/{{a}}/{}`. What is between the braces is a note. The \
                parts come in the order of the path, one for each.";
    let noted = [(
        "GET",
        "/7/c/b/a/8",
        "move [\"7\", \"c\", \"b\", \"a\", \"8\"]",
    )];
    expect(&routes, look, &noted)?;
    let routes = table(&[("GET", "/{a}/x", "x"), ("GET", "/{b}/y", "y")]);
    let look = "A route before this one has fitted at first, and not in the end. What becomes of the \
                parts that it had found?";
    expect(&routes, look, &[("GET", "/1/y", "y [\"1\"]")])
}

/// A copy has the same letters, and lies somewhere else.
pub fn parts_lie_in_the_path() -> Outcome {
    let routes = table(&[("GET", "/users/{id}", "user")]);
    let path = String::from("/users/7");
    let Found::Handler(_, parts) = routes.find("GET", &path) else {
        return Err("GET /users/7 has no handler".to_string());
    };
    let there = path.len() - 1;
    let is_there = |part: &&str| {
        path.get(there..)
            .is_some_and(|own| std::ptr::eq(*part, own))
    };
    ensure(parts.first().is_some_and(is_there), || {
        "The part has the right letters, and is no slice of the path.\n  Where does the text lie that \
         it borrows from, and who frees it?"
            .to_string()
    })
}

//! What a right answer to exercise 02c does.

use trial::{Outcome, ensure, equal};

use super::exercise::header;

#[path = "ex02c_names.rs"]
mod names;
pub use names::*;

/// A capital İ has two bytes. In lower case it has three.
const ISTANBUL: &str = "GET / HTTP/1.1\r\nFrom: İzmir, İstanbul\r\nA: One\r\n";

/// What the headers of a request say of a name. The name lives no longer than this call, and the value
/// goes on. It compiles because the value is not borrowed from the name.
fn look_up<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let name = String::from(name);
    header(head, &name) // Refused here? Then your signature borrows from `name`, too.
}

fn check(headers: &str, name: &str, expected: Option<&str>, look: &str) -> Outcome {
    let head = format!("GET / HTTP/1.1\r\n{headers}");
    let what = format!("the headers are {headers:?}; what is the value of {name:?}?");
    equal(&what, look_up(&head, name), expected, look)
}

pub fn upper_and_lower_case_are_the_same() -> Outcome {
    for name in ["Accept", "accept", "ACCEPT", "aCCEPT"] {
        let look = "Names of headers are the same in upper and lower case. Is there a comparison \
                    that needs no copy?";
        check("Host: a\r\nAccept: 1\r\n", name, Some("1"), look)?;
    }
    // Whose value is not from the head itself is told so by another check.
    if look_up(ISTANBUL, "A") != Some("One") {
        return Ok(());
    }
    let look = "U+212A is the sign for kelvin. It is no `k`, and only `to_lowercase` makes one of \
                it. Names\n  of headers are ASCII. Is there a comparison that leaves all else \
                alone?";
    check("\u{212a}: 1\r\n", "k", None, look)?;
    let look = "É is no ASCII letter. Names are the same in upper and lower case as far as ASCII \
                goes.";
    check("É: 1\r\n", "é", None, look)?;
    check("É: 1\r\n", "É", Some("1"), look)
}

pub fn the_first_of_several_counts() -> Outcome {
    let look = "Does a later value take the place of an earlier one?";
    check("A: 1\r\nB: 2\r\nA: 3\r\n", "A", Some("1"), look)?;
    check("A: 1\r\nB: 2\r\nA: 3\r\n", "B", Some("2"), look)?;
    let look = "The first one has no value, and it is the first one.";
    check("A:\r\nA: 2\r\n", "A", Some(""), look)?;
    // Whether upper and lower case are the same, another check says.
    if look_up("GET / HTTP/1.1\r\na: 1\r\n", "A") != Some("1") {
        return Ok(());
    }
    let look = "Both have this name. A later one that looks more like it does not come first.";
    check("a: 1\r\nA: 2\r\n", "A", Some("1"), look)
}

pub fn the_value_is_all_that_follows_the_colon() -> Outcome {
    let look = "The value is all that follows the first colon, and it is cut off at no other.";
    check("A: [::1]:7878\r\n", "A", Some("[::1]:7878"), look)?;
    let look = "Spaces and tabs around a value are no part of it; those within it are.";
    check("A:1 2\r\n", "A", Some("1 2"), look)?;
    check("A: \t 1\t2 \t\r\n", "A", Some("1\t2"), look)?;
    let only = "Only spaces and tabs are taken away. `trim` takes all that Unicode calls white \
                space:\n  here a space that does not break, and a vertical tab.";
    check("A: \u{a0}1\u{b}\r\n", "A", Some("\u{a0}1\u{b}"), only)?;
    check("A: \u{c}1\u{c}\r\n", "A", Some("\u{c}1\u{c}"), only)?;
    let alone = "A line ends in CR LF. A CR alone ends nothing, and is neither space nor tab.";
    check("A: \r1\r\r\n", "A", Some("\r1\r"), alone)?;
    check("X: a\rA: 1\r\n", "A", None, alone)?;
    let empty = "The header is there, and nothing is behind its colon. That is a value, too.";
    check("A:\r\nB: 2\r\n", "A", Some(""), empty)
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

pub fn the_value_is_a_slice_of_the_head() -> Outcome {
    let head = String::from(ISTANBUL);
    let value = look_up(&head, "A");
    let at = value.and_then(|value| place(&head, value));
    ensure(value == Some("One") && at == head.find("One"), || {
        format!(
            "the value of \"A\" in {head:?}\n  expected: \"One\", lent from the head itself\n  \
             came:     {value:?}\n  Is it a copy, or a place that was found in another text? A \
             text in lower case\n  need not be as long as the text that it was made from."
        )
    })
}

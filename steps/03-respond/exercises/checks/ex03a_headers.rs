//! Which headers are good, and that all of them are sent, for three of the checks of exercise 03a.

use trial::{Outcome, ensure, equal};

use super::super::exercise::{BadHeader, Reply, Status};
use super::{pairs, sent, with};

/// What is refused in a value.
const BAD: [char; 3] = ['\r', '\n', '\0'];

/// Many characters, and each alone, between others, and at both edges. The last byte of the number of
/// some is a NUL, a LF, a CR or an `A`.
fn with_each_char() -> impl Iterator<Item = (char, String)> {
    let others = "\u{663}→\u{100}\u{10a}\u{10d}\u{141}".chars();
    let chars = (0..=255).map(char::from).chain(others);
    let edges = [("", ""), ("", "A"), ("A", "A"), ("A", "")];
    chars.flat_map(move |c| edges.map(|(before, after)| (c, format!("{before}{c}{after}"))))
}

pub fn good_values_are_sent() -> Outcome {
    let chars = with_each_char().filter(|(c, _)| !BAD.contains(c));
    let others = ["", "a: b", "https://example.org:80/?a=b%0d%0a"].map(String::from);
    for value in others.into_iter().chain(chars.map(|(_, text)| text)) {
        let (lines, _) = sent(&with(Reply::new(Status::Ok), "Location", &value)?)?;
        // A space behind the colon is the rule, and none is no fault.
        let expected = [": ", ":"].map(|colon| format!("Location{colon}{value}"));
        ensure(expected.iter().any(|line| lines.contains(line)), || {
            format!(
                "`header(\"Location\", {value:?})`\n  expected: a line with this value, as it is\n  \
                 came:     {lines:?}\n  It may be unusual, and does no harm. What has changed it?"
            )
        })?;
    }
    let long = "a".repeat(100_000);
    let is_good = Reply::new(Status::Ok).header("Location", &long).is_ok();
    let look = "Only CR, LF and NUL are refused in a value. How long may it be? Nobody has said.";
    equal("is a value of 100,000 letters good?", is_good, true, look)
}

pub fn headers_of_one_name_are_all_sent() -> Outcome {
    let headers = [("B", "1"), ("A", "2"), ("B", "3"), ("A", "2"), ("b", "4")];
    let mut reply = Reply::new(Status::Ok);
    for (name, value) in headers {
        reply = with(reply, name, value)?;
    }
    let (lines, _) = sent(&reply)?;
    let mut pairs = pairs(&lines);
    pairs.retain(|(name, _)| !name.eq_ignore_ascii_case("Content-Length"));
    let what = "all headers of a reply, except Content-Length";
    let look = "Does a later one replace an earlier one, or stand elsewhere? A name is no key: it \
                may come twice, and in\n  this order. Nothing else is sent.";
    equal(what, pairs, Vec::from(headers), look)
}

pub fn no_header_becomes_two() -> Outcome {
    let pair =
        "With CR LF in it the value becomes a header of its own, and a client has written it.";
    is_refused("Location", "/\r\nSet-Cookie: admin=1", pair)?;
    let alone = "Some clients end a line at a lone CR or LF. Must it be both?";
    is_refused("Location", "/\nSet-Cookie: admin=1", alone)?;
    is_refused("Location", "/\rSet-Cookie: admin=1", alone)?;
    let end = "Also at its end: then the head ends there.";
    is_refused("Location", "/\r\n", end)?;
    is_refused("Location", "/\0", "A NUL ends a text for many programs.")?;
    let look = "It is not the value: look at the name. What can a name be made of?";
    is_refused("X-A: b\r\nSet-Cookie", "admin=1", look)?;
    for name in ["X-A: b", "", "X A", "X_A", "Ä"] {
        is_refused(name, "c", look)?;
    }
    for (c, text) in with_each_char() {
        if BAD.contains(&c) {
            let look = format!("A value with {c:?} is refused, wherever it stands.");
            is_refused("Location", &text, &look)?;
        }
        let is_good = Reply::new(Status::Ok).header(&text, "1").is_ok();
        let what = format!("is {text:?} taken for the name of a header?");
        let look = "ASCII letters, digits and `-`: at each place, and nothing else. Is there a \
                    list of what is good,\n  or one of what is bad? And is the name looked at as it came?";
        equal(&what, is_good, c.is_ascii_alphanumeric() || c == '-', look)?;
    }
    Ok(())
}

fn is_refused(name: &str, value: &str, look: &str) -> Outcome {
    let what = format!("`header({name:?}, {value:?})`");
    let came = Reply::new(Status::Ok).header(name, value).err();
    equal(&what, came, Some(BadHeader), look)
}

//! Which headers are good, and that all of them are sent. Two of the checks of exercise 03a, and a
//! part of another.

use trial::{Outcome, ensure, equal};

use super::super::exercise::{BadHeader, Reply, Status};
use super::wire::{pairs, sent, with};

/// The last byte of their numbers is a NUL, a LF, a CR and an `A`.
const LIKE_OTHERS: [char; 4] = ['\u{100}', '\u{10a}', '\u{10d}', '\u{141}'];

/// Many characters, and each alone, between others, and at both edges.
fn with_each_char() -> impl Iterator<Item = (char, [String; 4])> {
    let chars = (0..=255)
        .map(char::from)
        .chain(['\u{663}', '→'])
        .chain(LIKE_OTHERS);
    chars.map(|c| {
        let texts = [
            format!("{c}"),
            format!("{c}A"),
            format!("A{c}A"),
            format!("A{c}"),
        ];
        (c, texts)
    })
}

pub fn good_values_are_sent() -> Outcome {
    let is_good = |(c, texts)| (!['\r', '\n', '\0'].contains(&c)).then_some(texts);
    let texts = with_each_char().filter_map(is_good).flatten();
    let others = ["", "a: b", "https://example.org:80/?a=b%0d%0a"].map(String::from);
    for value in others.into_iter().chain(texts) {
        let (lines, _) = sent(&with(Reply::new(Status::Ok), "Location", &value)?)?;
        // A space behind the colon is the rule, and none is no fault.
        let is_sent = [format!("Location: {value}"), format!("Location:{value}")]
            .iter()
            .any(|line| lines.contains(line));
        ensure(is_sent, || {
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
    equal(
        "all headers of a reply, except Content-Length",
        pairs,
        Vec::from(headers),
        "Does a later one replace an earlier one, or stand elsewhere? A name is no key: it may come \
         twice, and in\n  this order. Nothing else is sent.",
    )
}

pub fn no_header_becomes_two() -> Outcome {
    let pair =
        "With CR LF in it the value becomes a header of its own, and a client has written it.";
    let alone = "Some clients end a line at a lone CR or LF. Must it be both?";
    let name = "It is not the value: look at the name. What can a name be made of?";
    let cases = [
        ("Location", "/\r\nSet-Cookie: admin=1", pair),
        ("Location", "/\nSet-Cookie: admin=1", alone),
        ("Location", "/\rSet-Cookie: admin=1", alone),
        (
            "Location",
            "/\r\n",
            "Also at its end: then the head ends there.",
        ),
        ("Location", "/\0", "A NUL ends a text for many programs."),
        ("X-A: b\r\nSet-Cookie", "admin=1", name),
        ("X-A: b", "c", name),
        ("", "c", name),
        ("X A", "c", name),
        ("X_A", "c", name),
        ("Ä", "c", name),
    ];
    for (name, value, look) in cases {
        let what = format!("`header({name:?}, {value:?})`");
        let came = Reply::new(Status::Ok).header(name, value).err();
        equal(&what, came, Some(BadHeader), look)?;
    }
    bad_values_are_refused()?;
    names_are_of_letters_digits_and_hyphens()
}

fn bad_values_are_refused() -> Outcome {
    for (c, texts) in with_each_char().filter(|(c, _)| ['\r', '\n', '\0'].contains(c)) {
        for value in texts {
            let what = format!("`header(\"Location\", {value:?})`");
            let came = Reply::new(Status::Ok).header("Location", &value).err();
            let look = format!("A value with {c:?} is refused, wherever it stands.");
            equal(&what, came, Some(BadHeader), &look)?;
        }
    }
    Ok(())
}

fn names_are_of_letters_digits_and_hyphens() -> Outcome {
    for (c, texts) in with_each_char() {
        for name in texts {
            equal(
                &format!("is {name:?} taken for the name of a header?"),
                Reply::new(Status::Ok).header(&name, "1").is_ok(),
                c.is_ascii_alphanumeric() || c == '-',
                "ASCII letters, digits and `-`: at each place, and nothing else. Is there a list of \
                 what is good,\n  or one of what is bad? And is the name looked at as it came?",
            )?;
        }
    }
    Ok(())
}

//! What a right answer to exercise 03a does.

use std::time::Duration;

use trial::{Check, Outcome, ensure, equal, within};

use super::exercise::{Reply, Status};

#[path = "ex03a_headers.rs"]
mod headers;
use headers::{good_values_are_sent, headers_of_one_name_are_all_sent, no_header_becomes_two};

#[path = "ex03a_wire.rs"]
mod wire;
use wire::{sent, values, with};

const LIMIT: Duration = Duration::from_secs(3);

const STUCK: &str =
    "It does not return. Nobody has to wait here: what comes to an end in your loop?";

pub const CHECKS: &[Check] = &[
    Check {
        name: "a_reply_has_all_its_parts",
        misconception: "a line ends in LF, or the head without an empty line",
        run: || within(LIMIT, STUCK, a_reply_has_all_its_parts)?,
    },
    Check {
        name: "the_length_counts_bytes",
        misconception: "the length of a text is the number of its characters",
        run: || within(LIMIT, STUCK, the_length_counts_bytes)?,
    },
    Check {
        name: "every_reply_has_one_length",
        misconception: "only a body has a length",
        run: || within(LIMIT, STUCK, every_reply_has_one_length)?,
    },
    Check {
        name: "headers_of_one_name_are_all_sent",
        misconception: "the name of a header is a key",
        run: || within(LIMIT, STUCK, headers_of_one_name_are_all_sent)?,
    },
    Check {
        name: "no_header_becomes_two",
        misconception: "what is in a header is only ever a value",
        run: || within(LIMIT, STUCK, no_header_becomes_two)?,
    },
];

fn a_reply_has_all_its_parts() -> Outcome {
    let reply = with(Reply::new(Status::Found), "Location", "/news")?;
    let reply = with(reply, "Cache-Control", "no-store")?.body("Over there.");
    let (lines, body) = sent(&reply)?;
    let first = lines.first().map(String::as_str);
    let look = "A reply begins with its status line.";
    equal("the first line", first, Some("HTTP/1.1 302 Found"), look)?;
    for (name, value) in [("Location", "/news"), ("Cache-Control", "no-store")] {
        let came = values(&lines, name);
        equal(name, came, vec![value.to_string()], "look at `header`")?;
    }
    equal("the body", body.as_str(), "Over there.", "look at `body`")?;
    let again = sent(&reply)? == (lines, body);
    ensure(again, || {
        "`to_bytes` only looks at the reply, and gives something else the second time.".to_string()
    })?;
    let text = " é\n→\0\r\n";
    let (_, body) = sent(&Reply::new(Status::Ok).body(text))?;
    let look = "It is sent as it is, with its line ends, and all that is at its edges.";
    equal(&format!("the body {text:?}"), body.as_str(), text, look)?;
    good_values_are_sent()
}

fn the_length_counts_bytes() -> Outcome {
    let reply = Reply::new(Status::Ok).body("café →");
    let (lines, _) = sent(&reply)?;
    equal(
        "Content-Length of the body \"café →\", which is 9 bytes on the wire",
        values(&lines, "Content-Length"),
        vec!["9".to_string()],
        "Does it count bytes, or characters? How many bytes are in `é`?",
    )
}

fn every_reply_has_one_length() -> Outcome {
    for status in [Status::Ok, Status::Found] {
        let (lines, _) = sent(&Reply::new(status))?;
        equal(
            &format!("Content-Length of a reply ({status}) to which nobody has given a body"),
            values(&lines, "Content-Length"),
            vec!["0".to_string()],
            "Without a length the client waits for a body. When is it known for sure how long it is?",
        )?;
    }
    for second in ["done", ""] {
        let reply = Reply::new(Status::Ok).body("a draft").body(second);
        let (lines, body) = sent(&reply)?;
        let look =
            "Look at `body`: what it gets comes in place of what was there, also if it is nothing.";
        equal("a second body", body.as_str(), second, look)?;
        equal(
            &format!("Content-Length after a second body, {second:?}, has replaced the first"),
            values(&lines, "Content-Length"),
            vec![second.len().to_string()],
            "When is it known for sure how long the body is?",
        )?;
    }
    Ok(())
}

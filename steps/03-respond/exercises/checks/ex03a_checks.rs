//! What a right answer to exercise 03a does.

use trial::{Outcome, ensure, equal};

use super::exercise::{Reply, Status};

#[path = "ex03a_headers.rs"]
mod headers;
pub use headers::*;

#[path = "ex03a_wire.rs"]
mod wire;
use wire::{sent, values, with};

pub fn a_reply_has_all_its_parts() -> Outcome {
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

pub fn the_length_counts_bytes() -> Outcome {
    let reply = Reply::new(Status::Ok).body("café →");
    let (lines, _) = sent(&reply)?;
    equal(
        "Content-Length of the body \"café →\", which is 9 bytes on the wire",
        values(&lines, "Content-Length"),
        vec!["9".to_string()],
        "Does it count bytes, or characters? How many bytes are in `é`?",
    )
}

pub fn every_reply_has_one_length() -> Outcome {
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

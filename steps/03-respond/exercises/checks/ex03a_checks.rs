//! What a right answer to exercise 03a does.

use trial::{Outcome, ensure, equal};

use super::exercise::{BadHeader, Reply, Status};

#[path = "ex03a_headers.rs"]
mod headers;
pub use headers::*;

/// The reply with one header more, which is a good one.
fn with(reply: Reply, name: &str, value: &str) -> Result<Reply, String> {
    reply.header(name, value).map_err(|BadHeader| {
        format!(
            "`header({name:?}, {value:?})` is refused, and is good.\n  Only CR, LF and NUL are \
             refused in a value. Is it more than one line?"
        )
    })
}

/// The lines of the head, without their ends, and the body, as the client has them.
fn sent(reply: &Reply) -> Result<(Vec<String>, String), String> {
    let text = String::from_utf8_lossy(&reply.to_bytes()).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(|| {
        format!(
            "A reply has an empty line between head and body, and every line ends in CR LF.\n  \
             came: {text:?}"
        )
    })?;
    let lines = head.split("\r\n").map(str::to_string).collect();
    Ok((lines, body.to_string()))
}

/// Names and values. The space behind the colon is the rule, and none is no fault.
fn pairs(lines: &[String]) -> Vec<(&str, &str)> {
    let pairs = lines.iter().filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name, value.trim())).collect()
}

/// What the headers of this name say.
fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    let pairs = pairs(lines).into_iter();
    let named = pairs.filter(|(one, _)| one.eq_ignore_ascii_case(name));
    named.map(|(_, value)| value).collect()
}

pub fn a_reply_has_all_its_parts() -> Outcome {
    let reply = with(Reply::new(Status::Found), "Location", "/news")?;
    let reply = with(reply, "Cache-Control", "no-store")?.body("Over there.");
    let (lines, body) = sent(&reply)?;
    let first = lines.first().map(String::as_str);
    let look = "A reply begins with its status line.";
    equal("the first line", first, Some("HTTP/1.1 302 Found"), look)?;
    for (name, value) in [("Location", "/news"), ("Cache-Control", "no-store")] {
        equal(name, values(&lines, name), vec![value], "look at `header`")?;
    }
    equal("the body", body.as_str(), "Over there.", "look at `body`")?;
    let why = "`to_bytes` only looks at the reply, and gives something else the second time.";
    ensure(sent(&reply)? == (lines, body), || why.to_string())?;
    let text = " é\n→\0\r\n";
    let (_, body) = sent(&Reply::new(Status::Ok).body(text))?;
    let look = "It is sent as it is, with its line ends, and all that is at its edges.";
    equal(&format!("the body {text:?}"), body.as_str(), text, look)?;
    good_values_are_sent()
}

fn has_length(reply: &Reply, what: &str, length: &str, look: &str) -> Outcome {
    let (lines, _) = sent(reply)?;
    let what = format!("Content-Length of {what}");
    equal(&what, values(&lines, "Content-Length"), vec![length], look)
}

pub fn the_length_counts_bytes() -> Outcome {
    let reply = Reply::new(Status::Ok).body("café →");
    let what = "the body \"café →\", which is 9 bytes on the wire";
    let look = "Does it count bytes, or characters? How many bytes are in `é`?";
    has_length(&reply, what, "9", look)
}

pub fn every_reply_has_one_length() -> Outcome {
    for status in [Status::Ok, Status::Found] {
        let what = format!("a reply ({status}) to which nobody has given a body");
        let look = "Without a length the client waits for a body. When is it known for sure how long it is?";
        has_length(&Reply::new(status), &what, "0", look)?;
    }
    for second in ["done", ""] {
        let reply = Reply::new(Status::Ok).body("a draft").body(second);
        let look =
            "Look at `body`: what it gets comes in place of what was there, also if it is nothing.";
        equal("a second body", sent(&reply)?.1.as_str(), second, look)?;
        let what = format!("a second body, {second:?}, that has replaced the first");
        let look = "When is it known for sure how long the body is?";
        has_length(&reply, &what, &second.len().to_string(), look)?;
    }
    Ok(())
}

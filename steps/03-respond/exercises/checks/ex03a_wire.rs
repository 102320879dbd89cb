//! A reply, as the client has it.

use super::super::exercise::{BadHeader, Reply};

/// The reply with one header more, which is a good one.
pub fn with(reply: Reply, name: &str, value: &str) -> Result<Reply, String> {
    let refused = |BadHeader| {
        format!(
            "`header({name:?}, {value:?})` is refused, and is good.\n  Only CR, LF and NUL are refused in a \
             value. Is it more than one line?"
        )
    };
    reply.header(name, value).map_err(refused)
}

/// The lines of the head, without their ends, and the body.
pub fn sent(reply: &Reply) -> Result<(Vec<String>, String), String> {
    let text = String::from_utf8_lossy(&reply.to_bytes()).into_owned();
    match text.split_once("\r\n\r\n") {
        Some((head, body)) => {
            let lines = head.split("\r\n").map(str::to_string).collect();
            Ok((lines, body.to_string()))
        }
        None => Err(format!(
            "A reply has an empty line between head and body, and every line ends in CR LF.\n  \
             came: {text:?}"
        )),
    }
}

/// Names and values. The space behind the colon is the rule, and none is no fault.
pub fn pairs(lines: &[String]) -> Vec<(&str, &str)> {
    let pairs = lines.iter().filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name, value.trim())).collect()
}

/// What the headers of this name say.
pub fn values(lines: &[String], name: &str) -> Vec<String> {
    let pairs = pairs(lines).into_iter();
    let named = pairs.filter(|(one, _)| one.eq_ignore_ascii_case(name));
    named.map(|(_, value)| value.to_string()).collect()
}

//! What a right reply is.

use crate::judge::{End, Facts};
use crate::scripts::Script;

const TOP: &str = include_str!("../../../steps/06-graceful-shutdown/pages/top.html");
const HELLO: &str = include_str!("../../../steps/06-graceful-shutdown/pages/hello.html");
const SLEEP: &str = include_str!("../../../steps/06-graceful-shutdown/pages/sleep.html");
const NOT_FOUND: &str = include_str!("../../../steps/06-graceful-shutdown/pages/not-found.html");

/// One whole reply, and nothing behind it.
pub fn is_right(script: &Script, facts: &Facts, status: u16, is_head: bool) -> bool {
    let text = String::from_utf8_lossy(&facts.received);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("Content-Length: "));
    let length: Option<usize> = length.and_then(|length| length.parse().ok());
    let page = match status {
        200 if script.sleeps => SLEEP,
        200 => HELLO,
        404 => NOT_FOUND,
        _ => "",
    };
    let is_page = body
        .strip_prefix(TOP)
        .is_some_and(|rest| rest.ends_with(page));
    head.starts_with(&format!("HTTP/1.1 {status} "))
        && head.contains("\r\nConnection: close")
        && match is_head {
            true => body.is_empty(),
            false => is_page && Some(body.len()) == length,
        }
        && (facts.end == End::Said)
}

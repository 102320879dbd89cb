//! What a right reply is.

use crate::judge::{Facts, How};
use crate::scripts::Script;

/// A page of the step.
macro_rules! page {
    ($name:literal) => {
        include_str!(concat!("../../../steps/06-graceful-shutdown/pages/", $name))
    };
}

/// One whole reply, and nothing behind it.
pub fn is_right(script: &Script, facts: &Facts, status: u16, is_head: bool) -> bool {
    let text = String::from_utf8_lossy(&facts.received);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let page = match status {
        200 if script.sleeps => page!("sleep.html"),
        200 => page!("hello.html"),
        404 => page!("not-found.html"),
        _ => "",
    };
    let rest = body.strip_prefix(page!("top.html"));
    let is_page = rest.is_some_and(|rest| rest.ends_with(page));
    let length = format!("\r\nContent-Length: {}\r\n", body.len());
    let is_whole = is_page && format!("{head}\r\n").contains(&length);
    facts.how == How::Said
        && head.starts_with(&format!("HTTP/1.1 {status} "))
        && head.contains("\r\nConnection: close")
        && if is_head { body.is_empty() } else { is_whole }
}

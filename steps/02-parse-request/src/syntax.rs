//! What makes a head valid. Sections are those of RFC 9112 where no other RFC is named. Where two
//! servers could read the same bytes differently, a request can be smuggled past one of them (11.2).
//! So what the RFC lets us refuse for that reason, we refuse.

use std::net::Ipv6Addr;

use crate::parse_error::ParseError;

/// The most headers that are read.
const MAX_HEADERS: usize = 100;

/// Checks complete lines of a head.
pub fn check_lines(lines: &str) -> Result<(), ParseError> {
    for (number, line) in lines.split_inclusive('\n').enumerate() {
        // Section 2.2 lets us take a lone LF for a line end. Not every server does, so we do not.
        let line = line.strip_suffix("\r\n").ok_or(ParseError::LineEnd)?;
        if line.contains('\r') {
            return Err(ParseError::LineEnd);
        }
        match number {
            0 => check_request_line(line)?,
            1..=MAX_HEADERS => check_header(line)?,
            _ => return Err(ParseError::HeadTooLong),
        }
    }
    Ok(())
}

/// `method SP request-target SP HTTP-version` (section 3).
fn check_request_line(line: &str) -> Result<(), ParseError> {
    let wrong = |why| Err(ParseError::RequestLine(why));
    let words: Vec<&str> = line.splitn(4, ' ').collect();
    let [method, target, version] = words[..] else {
        return wrong("it is not method, target and version, with one space between");
    };
    match version.strip_prefix("HTTP/").map(str::as_bytes) {
        Some([b'1', b'.', b'0'..=b'9']) => {}
        Some([b'0'..=b'9', b'.', b'0'..=b'9']) => return Err(ParseError::Version),
        _ => return wrong("its version does not look like HTTP/1.1"),
    }
    if !is_token(method) {
        return wrong("its method has a character that no method has");
    }
    // A URI may have a `#` as well (RFC 3986, section 2), but a fragment stays with the client.
    if !is_made_of(target, b"-._~:/?[]@!$&'()*+,;=%") {
        return wrong("its target has a character that no target has (RFC 3986, section 2)");
    }
    let has_port = |(host, port): (&str, &str)| !host.is_empty() && is_number(port);
    match method {
        "OPTIONS" if target == "*" => Ok(()),
        "CONNECT" if is_host(target) && target.rsplit_once(':').is_some_and(has_port) => Ok(()),
        _ if method != "CONNECT" && (target.starts_with('/') || is_http_url(target)) => Ok(()),
        _ => wrong("its target has none of the forms that are served here (section 3.2)"),
    }
}

/// `field-name ":" OWS field-value OWS` (section 5).
fn check_header(line: &str) -> Result<(), ParseError> {
    let wrong = |why| Err(ParseError::Header(why));
    match line.split_once(':') {
        _ if line.starts_with([' ', '\t']) => wrong("it continues the line before (section 5.2)"),
        None => wrong("it has no colon"),
        Some((name, _)) if !is_token(name) => {
            wrong("its name has a character that no name has, or a space before the colon")
        }
        Some(_) => Ok(()),
    }
}

/// Checks in a whole head who is asked, and where the body ends. Returns whether there is a body.
pub fn check_framing(head: &str) -> Result<bool, ParseError> {
    let wrong = |why| Err(ParseError::Header(why));
    let is_old = head.lines().next().unwrap_or_default().ends_with("1.0");
    match values(head, "Host").as_slice() {
        [host] if is_host(host) => {}
        [] if is_old => {}
        _ => return wrong("there must be one Host, and it must be valid (section 3.2)"),
    }
    let has_length = match values(head, "Content-Length").as_slice() {
        [] => None,
        [length] if is_number(length) => Some(length.bytes().any(|digit| digit != b'0')),
        _ => return wrong("Content-Length must be one number (section 6.3)"),
    };
    match (values(head, "Transfer-Encoding").as_slice(), has_length) {
        ([], has_body) => Ok(has_body.unwrap_or(false)),
        (codings, None) if !is_old => check_codings(&codings.join(",").to_ascii_lowercase()),
        _ => wrong("Transfer-Encoding goes with HTTP/1.1 and no Content-Length (section 6.1)"),
    }
}

/// How the body is packed: the last step stands at the end (section 6.1).
fn check_codings(codings: &str) -> Result<bool, ParseError> {
    let (others, last) = codings.rsplit_once(',').unwrap_or(("", codings));
    let has_chunked = others.split(',').any(|coding| trim(coding) == "chunked");
    match trim(last) {
        "chunked" if trim(others).is_empty() => Ok(true),
        "chunked" if !has_chunked => Err(ParseError::Coding),
        _ => Err(ParseError::Header(
            "the last Transfer-Encoding must be chunked (section 6.1)",
        )),
    }
}

/// The values of every header with this name, in upper or lower case (RFC 9110, section 5.1).
fn values<'a>(head: &'a str, name: &str) -> Vec<&'a str> {
    let headers = head.lines().filter_map(|line| line.split_once(':'));
    let named = headers.filter(|(header, _)| header.eq_ignore_ascii_case(name));
    named.map(|(_, value)| trim(value)).collect()
}

fn trim(value: &str) -> &str {
    value.trim_matches([' ', '\t'])
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` has only letters, digits and `others`, all of ASCII.
fn is_made_of(text: &str, others: &[u8]) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
    text.bytes().all(is_allowed)
}

/// A name of a method or header (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    !text.is_empty() && is_made_of(text, b"!#$%&'*+-.^_`|~")
}

/// `http://`, a host, and what follows (RFC 9110, section 4.2.1).
fn is_http_url(target: &str) -> bool {
    let (scheme, rest) = target.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("http") && host.starts_with(|c| c != ':') && is_host(host)
}

/// A name or an IP address, perhaps with a port (RFC 3986, sections 3.2.2 and 3.2.3).
fn is_host(text: &str) -> bool {
    let end = text.rfind(':').filter(|_| !text.ends_with(']'));
    let (host, port) = text.split_at(end.unwrap_or(text.len()));
    let is_encoded = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let is_ip = |address: &str| address.parse::<Ipv6Addr>().is_ok();
    let is_host = match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').is_some_and(is_ip),
        None => is_made_of(host, b"-._~%!$&'()*+,;=") && host.split('%').skip(1).all(is_encoded),
    };
    is_host && port.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

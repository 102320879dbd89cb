//! What makes a head valid. Sections are those of RFC 9112 where no other RFC is named.
//!
//! Wherever two servers could read the same bytes differently, a request can be smuggled past one
//! of them (section 11.2). So what the RFC lets us refuse for that reason, we refuse.

use crate::parse_error::ParseError;
use crate::request::Request;

/// The most headers that are read.
const MAX_HEADERS: usize = 100;

/// Checks complete lines of a head, one by one.
pub fn check_lines(lines: &str) -> Result<(), ParseError> {
    for (number, line) in lines.split_inclusive('\n').enumerate() {
        // Section 2.2 allows a lone LF to be taken for a line end. Not every server does that, so
        // neither do we. A lone CR must not be taken for one.
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
    let Some((method, target, version)) = three_words(line) else {
        return wrong("it is not method, target and version, with one space between");
    };
    match version.strip_prefix("HTTP/").map(str::as_bytes) {
        Some([b'1', b'.', minor]) if minor.is_ascii_digit() => {}
        Some([major, b'.', minor]) if major.is_ascii_digit() && minor.is_ascii_digit() => {
            return Err(ParseError::Version);
        }
        _ => return wrong("its version does not look like HTTP/1.1"),
    }
    if !is_token(method) {
        return wrong("its method has a character that no method has");
    }
    let is_url = target.split_once("://").is_some_and(|(scheme, rest)| {
        is_token(scheme) && !rest.is_empty() && !rest.starts_with(['/', '?'])
    });
    let has_form = target.starts_with('/') || is_url || target == "*";
    if !has_form || !target.bytes().all(|byte| byte.is_ascii_graphic()) {
        return wrong("its target is neither a path nor a URL");
    }
    Ok(())
}

fn three_words(line: &str) -> Option<(&str, &str, &str)> {
    let (method, rest) = line.split_once(' ')?;
    let (target, version) = rest.split_once(' ')?;
    Some((method, target, version))
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

/// Checks who is asked, and where the body ends.
pub fn check_framing(request: &Request) -> Result<(), ParseError> {
    let wrong = |why| Err(ParseError::Header(why));
    let is_old = request.version() == "HTTP/1.0";
    let mut hosts = request.values("Host");
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if host.bytes().all(is_host_byte) => {}
        (None, None) if is_old => {}
        _ => return wrong("there must be one Host, and it must be valid (section 3.2)"),
    }
    let mut lengths = request.values("Content-Length");
    let length = lengths.next();
    if length.is_some_and(|length| !is_number(length)) || lengths.any(|other| Some(other) != length)
    {
        return wrong("Content-Length must be one number (section 6.3)");
    }
    let mut codings = codings(request).peekable();
    let is_coded = codings.peek().is_some();
    if is_coded && !(codings.any(is_chunked) && codings.next().is_none()) {
        return wrong("the last Transfer-Encoding must be chunked, and no other (section 6.1)");
    }
    if is_coded && (is_old || length.is_some()) {
        return wrong(
            "Transfer-Encoding goes with HTTP/1.1 and without Content-Length (section 6.1)",
        );
    }
    Ok(())
}

/// How the body is packed, the last step at the end, in one header or in many.
fn codings(request: &Request) -> impl Iterator<Item = &str> {
    let values = request.values("Transfer-Encoding");
    values.flat_map(|value| value.split(','))
}

fn is_chunked(coding: &str) -> bool {
    coding
        .trim_matches([' ', '\t'])
        .eq_ignore_ascii_case("chunked")
}

/// A name of a method or header (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    let is_token_byte =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token_byte)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A host name, IP address and port are made of these (RFC 3986, section 3.2).
fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:[]".contains(&byte)
}

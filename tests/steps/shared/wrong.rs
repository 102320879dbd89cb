//! Requests that are wrong, each with what the log says of it and the status that it deserves.

use kit::{get, request};

/// A wrong request.
pub struct Wrong {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// What the log says, from step 02 on.
    pub reason: &'static str,
    /// What the client is answered, from step 03 on.
    pub status: u16,
}

fn wrong(name: &'static str, bytes: impl AsRef<[u8]>, reason: &'static str, status: u16) -> Wrong {
    Wrong {
        name,
        bytes: bytes.as_ref().to_vec(),
        reason,
        status,
    }
}

fn with_header(name: &'static str, header: &str, reason: &'static str) -> Wrong {
    wrong(name, request("GET", "/", &[header]), reason, 400)
}

pub fn all() -> Vec<Wrong> {
    [lines(), headers(), lengths(), other_protocols(), too_much()]
        .into_iter()
        .flatten()
        .collect()
}

const HOST: &str = "must be one Host";
const MALFORMED: &str = "the request line is malformed";

fn lines() -> Vec<Wrong> {
    vec![
        wrong("a URL without a host", get("http:///"), MALFORMED, 400),
        wrong("a URL of nothing", get("://"), MALFORMED, 400),
        wrong(
            "an empty request line",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong("one word", "GET\r\nHost: a\r\n\r\n", MALFORMED, 400),
        wrong(
            "four words",
            "GET / x HTTP/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong(
            "two spaces",
            "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong(
            "a tab for a space",
            "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong(
            "a target without a slash",
            get("index.html"),
            MALFORMED,
            400,
        ),
        wrong(
            "a target that is not ASCII",
            get("/caf\u{e9}"),
            MALFORMED,
            400,
        ),
        wrong(
            "a method with a colon",
            request("GE:T", "/", &[]),
            MALFORMED,
            400,
        ),
        wrong(
            "no method",
            " / HTTP/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong(
            "a lower-case version",
            "GET / http/1.1\r\nHost: a\r\n\r\n",
            MALFORMED,
            400,
        ),
        wrong("HTTP/0.9, without a version", "GET /\r\n", MALFORMED, 400),
        wrong(
            "HTTP/0.9, with one",
            "GET / HTTP/0.9\r\n\r\n",
            "only HTTP/1 ",
            505,
        ),
        wrong(
            "HTTP/3.0",
            "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
            "only HTTP/1 ",
            505,
        ),
        wrong(
            "LF alone at the end of the request line",
            "GET / HTTP/1.1\nHost: a\n\n",
            "CR LF",
            400,
        ),
        wrong(
            "LF alone at the end of a header",
            "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n",
            "CR LF",
            400,
        ),
        wrong(
            "CR alone in a header",
            "GET / HTTP/1.1\r\nHost: a\r\nX: y\rz\r\n\r\n",
            "CR LF",
            400,
        ),
        wrong(
            "CR alone in the request line",
            "GET /\rx HTTP/1.1\r\nHost: a\r\n\r\n",
            "CR LF",
            400,
        ),
    ]
}

fn headers() -> Vec<Wrong> {
    vec![
        wrong(
            "no Host",
            "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n",
            HOST,
            400,
        ),
        with_header("two Hosts", "Host: localhost", HOST),
        wrong(
            "two Hosts in HTTP/1.0",
            "GET / HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n",
            HOST,
            400,
        ),
        wrong(
            "a Host with a space",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            HOST,
            400,
        ),
        wrong(
            "a Host with a path",
            "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
            HOST,
            400,
        ),
        with_header(
            "a space before the colon",
            "Accept : */*",
            "a space before the colon",
        ),
        with_header("no colon", "Accept", "no colon"),
        with_header("an empty name", ": x", "its name"),
        with_header("a folded header", "X: a\r\n b", "continues the line before"),
        wrong(
            "a folded first header",
            "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
            "continues the line before",
            400,
        ),
        with_header("a NUL", "X: a\0b", "not text"),
        with_header("an escape", "X: \x1b[2J", "not text"),
        wrong(
            "a byte of Latin-1",
            b"GET / HTTP/1.1\r\nHost: a\r\nX: caf\xe9\r\n\r\n",
            "not text",
            400,
        ),
    ]
}

const LENGTH: &str = "Content-Length must be one number";
const ENCODING: &str = "Transfer-Encoding goes with";

fn lengths() -> Vec<Wrong> {
    let post = |headers: &[&str]| request("POST", "/", headers);
    vec![
        wrong(
            "two different lengths",
            post(&["Content-Length: 1", "Content-Length: 2"]),
            LENGTH,
            400,
        ),
        wrong(
            "a list of lengths",
            post(&["Content-Length: 1, 2"]),
            LENGTH,
            400,
        ),
        wrong(
            "a negative length",
            post(&["Content-Length: -1"]),
            LENGTH,
            400,
        ),
        wrong(
            "a length with a plus",
            post(&["Content-Length: +1"]),
            LENGTH,
            400,
        ),
        wrong("an empty length", post(&["Content-Length:"]), LENGTH, 400),
        wrong(
            "a length and an encoding",
            post(&["Content-Length: 5", "Transfer-Encoding: chunked"]),
            ENCODING,
            400,
        ),
        with_coding("a coding that is not chunked", "gzip"),
        with_coding("chunked, but not at the end", "chunked, identity"),
        with_coding("a coding that only ends like chunked", "xchunked"),
        with_coding("chunked twice", "chunked, chunked"),
        with_coding(
            "chunked, and another coding in a header of its own",
            "chunked\r\nTransfer-Encoding: xchunked",
        ),
        with_coding("an empty coding", ""),
        wrong(
            "an encoding in HTTP/1.0",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            ENCODING,
            400,
        ),
    ]
}

fn with_coding(name: &'static str, coding: &str) -> Wrong {
    let header = format!("Transfer-Encoding: {coding}");
    wrong(
        name,
        request("POST", "/", &[&header]),
        "the last Transfer-Encoding must be chunked",
        400,
    )
}

fn other_protocols() -> Vec<Wrong> {
    // The first bytes that a client sends to an https:// address: a TLS record with a ClientHello.
    let tls_hello = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\xd5\x0a\x8f\x20\x42";
    vec![
        wrong(
            "HTTP/2's preface",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "only HTTP/1 ",
            505,
        ),
        wrong("TLS's hello", tls_hello, "not text", 400),
        wrong("random bytes", random_bytes(1000), "not text", 400),
        wrong("SSH", "SSH-2.0-OpenSSH_9.9\r\n", MALFORMED, 400),
    ]
}

fn too_much() -> Vec<Wrong> {
    let many: Vec<String> = (0..101).map(|number| format!("X-{number}: y")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let long = format!("X: {}", "y".repeat(9 * 1024));
    vec![
        wrong(
            "a target of 9 KiB",
            get(&format!("/{}", "a".repeat(9 * 1024))),
            "line is too long",
            414,
        ),
        wrong(
            "a header of 9 KiB",
            request("GET", "/", &[&long]),
            "longer than 8 KiB",
            431,
        ),
        wrong(
            "101 more headers",
            request("GET", "/", &many),
            "more than 100 headers",
            431,
        ),
    ]
}

/// The same bytes in every run: a linear congruential generator.
fn random_bytes(count: usize) -> Vec<u8> {
    let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    std::iter::successors(Some(2026), next)
        .skip(1)
        .take(count)
        .map(|state| (state >> 24) as u8)
        .collect()
}

//! Requests that are wrong.

use super::right::{head, head_with_headers, latin_1};

/// What is sent, what the log says of it from step 02 on, and the status that it gets from 03 on.
pub fn all() -> Vec<(Vec<u8>, &'static str, u16)> {
    let mut all = too_much();
    let mut add = |text: String, reason, status| all.push((text, reason, status));
    for line in LINES {
        add(format!("{line}\r\nHost: a\r\n\r\n"), MALFORMED, 400);
    }
    for target in TARGETS.split(' ') {
        let line = format!("GET {target} HTTP/1.1");
        add(format!("{line}\r\nHost: a\r\n\r\n"), MALFORMED, 400);
    }
    for host in HOSTS.split(' ') {
        add(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"), HOST, 400);
    }
    for (reason, header) in HEADERS {
        let text = format!("GET / HTTP/1.1\r\nHost: a\r\n{header}\r\n\r\n");
        add(text, reason, 400);
    }
    for (status, reason, text) in OTHERS {
        add(text.to_string(), reason, *status);
    }
    let latin_1 = |(text, reason, status): (String, _, _)| (latin_1(&text), reason, status);
    all.into_iter().map(latin_1).collect()
}

const MALFORMED: &str = "the request line is malformed";
const HOST: &str = "must be one Host";
const LENGTH: &str = "Content-Length must be one number";
const CHUNKED: &str = "the last Transfer-Encoding must be chunked";
const ENCODING: &str = "Transfer-Encoding goes with";
const LINE_END: &str = "CR LF";
const FOLDED: &str = "continues the line before";

/// Request lines; all other is right.
const LINES: &[&str] = &[
    "\r\n", // one blank line is forgiven, and this makes two
    "GET",
    "GET /",
    "GET / x HTTP/1.1",
    "GET  / HTTP/1.1",
    "GET / HTTP/1.1 ",
    "GET\t/ HTTP/1.1",
    " / HTTP/1.1",
    "GE:T / HTTP/1.1",
    "GET / http/1.1",
    "GET / HTTP/1.x",
    "GET / HTTP/x.1",
    "GET / HTTP/1.10",
    "GET / HTTP/1",
    "OPTIONS a HTTP/1.1",
    "CONNECT * HTTP/1.1",
    "CONNECT a HTTP/1.1",
    "CONNECT a: HTTP/1.1",
    "CONNECT a:port HTTP/1.1",
    "CONNECT :80 HTTP/1.1",
];

/// Targets; all other is right.
const TARGETS: &str = "* index.html localhost:80 /caf\u{c3}\u{a9} /\tx /#x \
    /\" /< /> /\\ /^ /` /{ /| /} :// http:/// http://?x http://[/ http://a:port/ http://a:b:c/ \
    http://:80/ http://me@a/ http://a#x https://a/ ftp://a/";

/// Values of the only `Host`.
const HOSTS: &str = "a/b a:port a:b:c ::1 [ [::1 [::1]x [zz] %zz a# caf\u{e9}";

/// The header that follows a right `Host`.
const HEADERS: &[(&str, &str)] = &[
    ("a space before the colon", "Accept : */*"),
    ("no colon", "Accept"),
    ("its name", ": x"),
    ("", "Caf\u{e9}: x"),
    (HOST, "Host: a"),
    (HOST, "host: b"),
    (LINE_END, "X: y\nZ: y"),
    (LINE_END, "X: y\rz"),
    (FOLDED, "X: a\r\n b"),
    (FOLDED, "X: a\r\n\tb"),
    ("not text", "X: a\0b"),
    ("not text", "X: \x1b[2J"),
    ("not text", "X: \x7f"),
    (LENGTH, "Content-Length: 1\r\nContent-Length: 2"),
    (LENGTH, "Content-Length: 5\r\nContent-Length: 5"),
    (LENGTH, "Content-Length: 1, 2"),
    (LENGTH, "Content-Length: 5, 5"),
    (LENGTH, "Content-Length: -1"),
    (LENGTH, "Content-Length: +1"),
    (LENGTH, "Content-Length:"),
    (CHUNKED, "Transfer-Encoding: gzip"),
    (CHUNKED, "Transfer-Encoding: chunked, identity"),
    (CHUNKED, "Transfer-Encoding: xchunked"),
    (CHUNKED, "Transfer-Encoding: chunked, chunked"),
    (
        CHUNKED,
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
    ),
    (CHUNKED, "Transfer-Encoding: chunked, gzip, chunked"),
    (CHUNKED, "Transfer-Encoding:"),
    (ENCODING, "Content-Length: 5\r\nTransfer-Encoding: chunked"),
];

/// What is sent from its first byte to its last. A wrong line needs no whole head to be found.
const OTHERS: &[(u16, &str, &str)] = &[
    (400, MALFORMED, "GET /\r\n"),
    (400, MALFORMED, "SSH-2.0-OpenSSH_9.9\r\n"),
    (400, "", "GET /caf\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n"),
    (400, LINE_END, "GET / HTTP/1.1\nHost: a\n\n"),
    (400, LINE_END, "GET /\rx HTTP/1.1\r\nHost: a\r\n\r\n"),
    (400, FOLDED, "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
    (400, HOST, "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"),
    (400, HOST, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
    (400, HOST, "GET / HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n"),
    (
        400,
        ENCODING,
        "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
    ),
    (505, "only HTTP/1 ", "GET / HTTP/0.9\r\n\r\n"),
    (505, "only HTTP/1 ", "GET / HTTP/3.0\r\nHost: a\r\n\r\n"),
    (505, "only HTTP/1 ", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    (
        501,
        "",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
    ),
    // The first bytes that a client sends to an https:// address.
    (
        400,
        "not text",
        "\x16\x03\x01\x02\0\x01\0\x01\u{fc}\x03\x03\u{d5}\n\u{8f} B",
    ),
];

fn too_much() -> Vec<(String, &'static str, u16)> {
    let line = "the request line";
    vec![
        (format!("GET /{}", "a".repeat(17 * 1024)), line, 414),
        (head("GET", "/", 16 * 1024 + 1), "16 KiB", 431),
        (head_with_headers(101), "100 headers", 431),
        ("M".repeat(100_000), line, 400),
    ]
}

//! Requests that are right, though not every one looks like it.

use kit::get;

use super::start::{expect_alive, expect_page};
use crate::program;

/// What is sent, what the log shows of it from step 02 on, and the status that it gets from 03 on.
pub fn all() -> Vec<(Vec<u8>, String, u16)> {
    let long_target = format!("/?{}", "a".repeat(8_000 - "GET /? HTTP/1.1".len()));
    let long_method = "M".repeat(10_000);
    let mut all = vec![
        ("GET / HTTP/1.0\r\n\r\n".to_string(), 200),
        ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".to_string(), 200),
        (head("GET", &long_target, 8_700), 200),
        (head("GET", "/", 16 * 1024), 200),
        (head(&long_method, "/", 10_100), 501),
        (head_with_headers(100), 200),
    ];
    for (status, line) in LINES {
        all.push((format!("{line}\r\nHost: a\r\n\r\n"), *status));
    }
    for headers in HEADERS {
        all.push((format!("GET / HTTP/1.1\r\n{headers}\r\n\r\n"), 200));
    }
    let all = all.into_iter();
    all.map(|(text, status)| (latin_1(&text), shown(&text), status))
        .collect()
}

/// Request lines; all other is right.
const LINES: &[(u16, &str)] = &[
    (200, "GET / HTTP/1.1"),
    (200, "HEAD / HTTP/1.1"),
    (200, "GET / HTTP/1.2"),
    (200, "GET / HTTP/1.9"),
    (200, "GET /?page=1&x=%20 HTTP/1.1"),
    (200, "GET /?/.. HTTP/1.1"),
    (200, "GET /?from=http://a/b HTTP/1.1"),
    (200, "GET /?-._~:/?[]@!$&'()*+,;=%41 HTTP/1.1"),
    (200, "GET http://localhost:7878/ HTTP/1.1"),
    (200, "GET http://localhost?x HTTP/1.1"),
    (200, "GET HTTP://a HTTP/1.1"),
    (200, "GET http://[::1]:80/ HTTP/1.1"),
    (404, "GET /nowhere HTTP/1.1"),
    (404, "GET /index.html HTTP/1.1"),
    (404, "GET // HTTP/1.1"),
    (404, "GET /x/http://localhost/ HTTP/1.1"),
    (404, "GET /%2e%2e/etc/passwd HTTP/1.1"),
    (404, "GET http://a/nowhere HTTP/1.1"),
    (405, "POST / HTTP/1.1"),
    (405, "PUT /nowhere HTTP/1.1"),
    (405, "DELETE / HTTP/1.1"),
    (405, "TRACE /nowhere HTTP/1.1"),
    (405, "PATCH / HTTP/1.1"),
    (405, "OPTIONS / HTTP/1.1"),
    (405, "OPTIONS * HTTP/1.1"),
    (405, "CONNECT localhost:443 HTTP/1.1"),
    (405, "CONNECT [::1]:443 HTTP/1.1"),
    (501, "BREW / HTTP/1.1"),
    (501, "BREW /nowhere HTTP/1.1"),
    (501, "get / HTTP/1.1"),
    (501, "GET1 / HTTP/1.1"),
    (501, "HEADS / HTTP/1.1"),
    (501, "* / HTTP/1.1"),
];

/// All that comes after the line `GET / HTTP/1.1`.
const HEADERS: &[&str] = &[
    "HOST:localhost",
    "Host:",
    "Host: a:",
    "Host: a%20b",
    "Host: -._~!$&'()*+,;=09azAZ",
    "Host: [::1]",
    "Host: [::1]:7878",
    "Host: a\r\nX:  \ty\t ",
    "Host: a\r\nX:",
    "Host: a\r\n!#$%&'*+-.^_`|~09azAZ: name",
    "Host: a\r\nX: caf\u{c3}\u{a9}",
    "Host: a\r\nCookie: name=caf\u{e9}",
    "Host: a\r\nContent-Length: 0",
    "Host: a\r\nContent-Length: 3\r\n\r\n\u{ff}\0\n",
    "Host: a\r\nTransfer-Encoding: Chunked\r\n\r\n0",
];

/// Each character stands for one byte, so that these tables can hold any.
pub fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|character| character as u8).collect()
}

/// A right head of so many bytes.
pub fn head(method: &str, target: &str, length: usize) -> String {
    let start = format!("{method} {target} HTTP/1.1\r\nHost: a\r\nX: ");
    let filler = "y".repeat(length - start.len() - "\r\n\r\n".len());
    format!("{start}{filler}\r\n\r\n")
}

/// A head with so many headers, all of them right.
pub fn head_with_headers(count: usize) -> String {
    let others = "X: y\r\n".repeat(count - 1);
    format!("GET / HTTP/1.1\r\nHost: a\r\n{others}\r\n")
}

/// Method and target, and of a long one its beginning.
fn shown(text: &str) -> String {
    let mut words = text.trim_start().split(' ');
    let mut word = || words.next().unwrap_or_default();
    format!("{:.20} {:.100}", word(), word())
}

/// Nothing is no request, and is not answered as a wrong one.
#[test]
fn a_client_that_says_it_has_nothing_to_say_is_let_go() {
    let server = program().start();
    let mut client = server.connect();
    client.finish_sending();
    client.expect(b"", "src/reading.rs: what does a read of no bytes mean?");
    expect_alive(&server);
}

#[test]
fn a_request_may_arrive_byte_by_byte() {
    let server = program().start();
    let mut client = server.connect();
    client.send_byte_by_byte(get("/"));
    expect_page(client, "src/reading.rs: one read may bring one byte");
}

#[test]
fn a_client_may_finish_sending_before_it_reads() {
    let server = program().start();
    let client = server.client(get("/"));
    client.finish_sending();
    let look_at = "src/reading.rs: an end of input after the request is no error";
    expect_page(client, look_at);
}

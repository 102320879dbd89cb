//! Requests that are right, though not every one looks like it.

use kit::{get, request};

/// A right request: its name, its bytes, and what the log shows of it.
pub fn all() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let filler: Vec<String> = (0..75)
        .map(|number| format!("X-{number}: {}", "y".repeat(90)))
        .collect();
    let filler: Vec<&str> = filler.iter().map(String::as_str).collect();
    let seven_kib = request("GET", "/", &filler);
    assert!(
        (7 * 1024..8 * 1024).contains(&seven_kib.len()),
        "it is {} bytes long",
        seven_kib.len()
    );
    vec![
        ("an ordinary one", get("/"), "GET /"),
        ("a HEAD", request("HEAD", "/", &[]), "HEAD /"),
        ("HTTP/1.0", b"GET / HTTP/1.0\r\n\r\n".to_vec(), "GET /"),
        (
            "a later HTTP/1",
            b"GET / HTTP/1.2\r\nHost: a\r\n\r\n".to_vec(),
            "GET /",
        ),
        ("a query", get("/?page=1&x=%20"), "GET /?page=1&x=%20"),
        (
            "an absolute form",
            get("http://localhost:7878/"),
            "GET http://localhost:7878/",
        ),
        (
            "an absolute form without a path",
            get("http://localhost?x"),
            "GET http://localhost?x",
        ),
        ("a query with dots", get("/?/.."), "GET /?/.."),
        (
            "a query with a URL",
            get("/?from=http://a/b"),
            "GET /?from=http://a/b",
        ),
        (
            "a blank line ahead",
            [b"\r\n".to_vec(), get("/")].concat(),
            "GET /",
        ),
        (
            "a Host in capitals",
            b"GET / HTTP/1.1\r\nHOST:localhost\r\n\r\n".to_vec(),
            "GET /",
        ),
        (
            "an empty Host",
            b"GET / HTTP/1.1\r\nHost:\r\n\r\n".to_vec(),
            "GET /",
        ),
        (
            "an IPv6 Host",
            b"GET / HTTP/1.1\r\nHost: [::1]:7878\r\n\r\n".to_vec(),
            "GET /",
        ),
        (
            "spaces around a value",
            request("GET", "/", &["X:  \ty\t "]),
            "GET /",
        ),
        ("an empty value", request("GET", "/", &["X:"]), "GET /"),
        (
            "text that is not ASCII in a value",
            request("GET", "/", &["X: caf\u{e9}"]),
            "GET /",
        ),
        ("7 KiB of headers", seven_kib, "GET /"),
        (
            "a length of nothing",
            request("GET", "/", &["Content-Length: 0"]),
            "GET /",
        ),
        (
            "the same length twice",
            request("GET", "/", &["Content-Length: 0", "Content-Length: 0"]),
            "GET /",
        ),
        (
            "a body",
            [
                request("GET", "/", &["Content-Length: 3"]),
                b"\xff\0\n".to_vec(),
            ]
            .concat(),
            "GET /",
        ),
    ]
}

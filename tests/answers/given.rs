//! What is given with exercise 06c measures requests as a proxy does: where two programs see two ends
//! of one request, a stranger can hide another in it.

#[path = "../../steps/06-graceful-shutdown/exercises/starters/ex06c.rs"]
#[allow(dead_code, reason = "only `lengths` is called")]
mod starter;

#[path = "ex06c/answer.rs"]
#[allow(dead_code, reason = "only `lengths` is called")]
mod answer;

/// Both functions that are given, of these headers: whether they refuse the request, or how long
/// they take its body to be.
fn bodies(headers: &str) -> [Option<usize>; 2] {
    let head = format!("POST / HTTP/1.1{headers}\r\n\r\n");
    let (starter, answer) = (
        starter::lengths(head.as_bytes()).ok(),
        answer::lengths(head.as_bytes()).ok(),
    );
    [starter, answer].map(|lengths| {
        let (head_length, body) = lengths?.expect("the head is complete");
        assert_eq!(head_length, head.len(), "the length of {head:?}");
        Some(body)
    })
}

#[test]
fn an_ordinary_head_is_measured() {
    for (headers, length) in [
        ("", 0),
        ("\r\nHost: a", 0),
        ("\r\nContent-Length: 32", 32),
        ("\r\ncontent-length:\t32 \r\nA:", 32),
        ("\r\nA: b\tc: d\r\nContent-Length:32", 32),
    ] {
        assert_eq!(
            bodies(headers),
            [Some(length); 2],
            "the body of {headers:?}"
        );
    }
}

#[test]
fn what_a_proxy_may_read_otherwise_is_refused() {
    for headers in [
        "\r\nContent-Length : 32",
        "\r\nContent-Length\t: 32",
        "\r\n Content-Length: 32",
        "\r\nA: b\r\n Content-Length: 32",
        "\r\nA: b\r\n\tc",
        "\r\nContent-Length:\r\n 32",
        "\r\nA: b\nContent-Length: 32",
        "\r\nA: b\rContent-Length: 32",
        "\nContent-Length:32",
        "\r\nContent-Length: \u{a0}32",
        "\r\nContent-Length: \u{b}32",
        "\r\nContent-Length: +32",
        "\r\nContent-Length: 32, 32",
        "\r\nContent-Length: 32\r\nContent-Length: 32",
        "\r\nContent-Length: 32\r\nTransfer-Encoding: chunked",
        "\r\nTransfer-Encoding : chunked",
        "\r\nTransfer-Encoding\u{0}: chunked",
        "\r\n: 32",
        "\r\nno header",
    ] {
        assert_eq!(bodies(headers), [None; 2], "the body of {headers:?}");
    }
}

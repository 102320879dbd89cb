//! What is given with exercise 06c measures requests as a proxy does: where two programs see two ends
//! of one request, a stranger can hide another in it.

#[path = "../../steps/06-graceful-shutdown/exercises/starters/ex06c.rs"]
#[allow(dead_code, reason = "only `lengths` is called")]
mod starter;

#[test]
fn a_head_is_measured_or_refused() {
    for (headers, body) in [
        ("", Some(0)),
        ("\r\nContent-Length: 32", Some(32)),
        ("\r\nA: b\tc: d\r\nB:\r\ncontent-length:\t32 ", Some(32)),
        ("\r\nContent-Length : 32", None),
        ("\r\nContent-Length\t: 32", None),
        ("\r\nA: b\r\n Content-Length: 32", None),
        ("\r\nA: b\r\n\tc", None),
        ("\r\nA: b\nContent-Length: 32", None),
        ("\r\nA: b\rContent-Length: 32", None),
        ("\nContent-Length:32", None),
        ("\r\nContent-Length: \u{a0}32", None),
        ("\r\nContent-Length: +32", None),
        ("\r\nContent-Length: 32\r\nContent-Length: 32", None),
        ("\r\nTransfer-Encoding : chunked", None),
        ("\r\nTransfer-Encoding: chunked", None),
        ("\r\nno header", None),
        ("\r\n: 32", None),
    ] {
        let head = format!("POST / HTTP/1.1{headers}\r\n\r\n");
        let expected = body.map(|body| Some((head.len(), body)));
        let came = starter::lengths(head.as_bytes()).ok();
        assert_eq!(came, expected, "the lengths of {head:?}");
    }
}

#[test]
fn the_answer_has_what_was_given() {
    let starter = include_str!("../../steps/06-graceful-shutdown/exercises/starters/ex06c.rs");
    let (_, given) = starter
        .split_once("/// Bytes that are no request.")
        .expect("it is given at the end");
    assert!(include_str!("ex06c/answer.rs").ends_with(given));
}

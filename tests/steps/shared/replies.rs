//! From step 03 on: every request gets its reply.

use kit::{Reply, get, readable, request};

use super::{right, wrong};
use crate::program;

const LOOK_AT: &str = "src/syntax.rs, src/router.rs, and `From` in src/response.rs";

#[test]
fn right_requests_get_their_status() {
    let server = program().start();
    for (bytes, shown, status) in right::all() {
        let reply = server.ask(&bytes);
        match status {
            _ if shown.starts_with("HEAD ") => expect_no_body(&reply, status),
            200 => expect_page(&reply, 200, "<h1>"),
            404 => expect_page(&reply, 404, "There is no page here"),
            405 => {
                expect_page(&reply, 405, "only GET and HEAD");
                reply.expect_header("Allow", "GET, HEAD");
            }
            _ => expect_page(&reply, status, "knows the method"),
        }
    }
}

#[test]
fn wrong_requests_get_their_status() {
    let server = program().start();
    for (bytes, reason, status) in wrong::all() {
        expect_page(&server.ask(&bytes), status, reason);
    }
    server.serves_on();
}

/// A status line in an error page is a second reply, for a program that searches for replies.
#[track_caller]
fn expect_page(reply: &Reply, status: u16, words: &str) {
    reply.expect_status(status, LOOK_AT).expect_in_page(words);
    let line = format!("{status} {}", reply.reason);
    assert!(STATUSES.contains(&line.as_str()), "no status is {line}");
    if status != 200 {
        reply.expect_in_page(&format!("<title>{line}</title>"));
    }
    let page = String::from_utf8_lossy(&reply.body);
    let status_line = format!("HTTP/1.1 {status}");
    assert!(
        page.contains("</html>") && (status == 200 || !page.contains(&status_line)),
        "expected a whole page, and no error page with {status_line:?} in it, came {page}"
    );
}

/// RFC 9110, section 15; 431: RFC 6585, section 5.
const STATUSES: [&str; 8] = [
    "200 OK",
    "400 Bad Request",
    "404 Not Found",
    "405 Method Not Allowed",
    "414 URI Too Long",
    "431 Request Header Fields Too Large",
    "501 Not Implemented",
    "505 HTTP Version Not Supported",
];

/// Whatever the status is (RFC 9110, section 9.3.2).
#[test]
fn a_wrong_head_request_gets_no_body_either() {
    let server = program().start();
    let long = "a".repeat(20_000);
    let coding = "Transfer-Encoding: gzip, chunked";
    for (status, rest) in [
        (400, "/ HTTP/1.1\r\n\r\n"),
        (400, "/ HTTP/1.1\n"),
        (414, &format!("/{long}")),
        (431, &format!("/ HTTP/1.1\r\nX: {long}")),
        (501, &format!("/ HTTP/1.1\r\nHost: a\r\n{coding}\r\n\r\n")),
        (505, "/ HTTP/2.0\r\n\r\n"),
    ] {
        for ahead in ["", "\r\n"] {
            expect_no_body(&server.ask(format!("{ahead}HEAD {rest}")), status);
        }
    }
}

#[track_caller]
pub fn expect_no_body(reply: &Reply, status: u16) {
    assert_eq!(reply.status, status, "the status of {reply:?}");
    reply.expect_header("Connection", "close");
    let body = readable(&reply.body);
    assert_eq!(body, "nothing", "the body of a reply to HEAD");
}

#[test]
fn the_page_is_complete_though_it_is_not_all_ascii() {
    let reply = program().start().ask(get("/"));
    let look_at = "src/response.rs: Content-Length counts bytes, not characters";
    reply.expect_status(200, look_at).expect_in_page("\u{2192}");
}

/// The system may take less than it is given. For replies as short as ours Linux never does.
#[test]
#[cfg(target_os = "linux")]
fn a_reply_that_leaves_in_pieces_is_complete() {
    let program = program().faulty(env!("CARGO_TARGET_TMPDIR"));
    let server = program.variable("SEND_AT_MOST", 100).start();
    let look_at = "src/connection.rs: `write` may take only a part";
    server.client(get("/")).expect_reply(200, look_at);
}

#[test]
fn a_head_request_gets_the_same_headers_and_no_body() {
    let server = program().start();
    for target in ["/", "/nowhere"] {
        let full = server.ask(get(target));
        let head = server.ask(request("HEAD", target, &[]));
        expect_no_body(&head, full.status);
        let (head, full) = (head.headers, full.headers);
        assert_eq!(head, full, "HEAD {target} has the headers of GET");
    }
}

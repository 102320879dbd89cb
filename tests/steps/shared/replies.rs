//! From step 03 on: every request gets a reply, and every reply arrives.

use std::thread;
use std::time::Duration;

use kit::{Ending, get, readable, request};

use crate::{program, right, wrong};

#[test]
fn right_requests_get_their_page() {
    let server = program().start();
    for (name, bytes, shown) in right::all() {
        let reply = server.ask(&bytes);
        if !shown.starts_with("HEAD") {
            reply.expect_status(
                200,
                &format!("{name}: src/router.rs, and `path` in src/request.rs"),
            );
            reply.expect_in_page("<h1>");
        }
    }
}

#[test]
fn wrong_requests_get_their_status() {
    let server = program().start();
    for wrong in wrong::all() {
        let reply = server.ask(&wrong.bytes);
        reply.expect_status(
            wrong.status,
            &format!(
                "{}: src/syntax.rs, and `From` in src/response.rs",
                wrong.name
            ),
        );
        reply.expect_in_page(wrong.reason);
        server.serves_on();
    }
}

#[test]
fn the_page_is_complete_though_it_is_not_all_ascii() {
    let reply = program().start().ask(get("/"));
    reply.expect_status(
        200,
        "src/response.rs: Content-Length counts bytes, not characters",
    );
    reply.expect_in_page("\u{2192}").expect_in_page("</html>");
}

#[test]
fn a_head_request_gets_the_same_headers_and_no_body() {
    let server = program().start();
    for target in ["/", "/nowhere"] {
        let full = server.ask(get(target));
        let head = server.ask(request("HEAD", target, &[]));
        assert_eq!(
            head.status, full.status,
            "HEAD {target} must have the status of GET (RFC 9110, section 9.3.2)"
        );
        assert_eq!(
            head.headers, full.headers,
            "HEAD {target} must have the headers of GET"
        );
        assert!(
            head.body.is_empty(),
            "HEAD {target} must have no body, not {}",
            readable(&head.body)
        );
    }
}

#[test]
fn a_page_that_is_not_there_is_404() {
    let server = program().start();
    for target in [
        "/nowhere",
        "/index.html",
        "//",
        "/x/http://localhost/",
        "/%2e%2e/etc/passwd",
    ] {
        server
            .ask(get(target))
            .expect_status(404, "src/router.rs, and `path` in src/request.rs")
            .expect_in_page("</html>");
    }
}

#[test]
fn a_method_that_is_known_but_not_allowed_is_405() {
    let server = program().start();
    for method in [
        "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    ] {
        let reply = server.ask(request(method, "/", &[]));
        reply
            .expect_status(405, "src/router.rs")
            .expect_header("Allow", "GET, HEAD");
    }
}

#[test]
fn a_method_that_nobody_knows_is_501() {
    let server = program().start();
    for method in ["BREW", "get", "GET1", "*"] {
        server
            .ask(request(method, "/", &[]))
            .expect_status(501, "src/router.rs: methods are case-sensitive");
    }
}

#[test]
fn a_request_may_arrive_byte_by_byte() {
    let server = program().start();
    let mut client = server.connect();
    client.send_byte_by_byte(get("/"));
    client
        .reply()
        .expect_status(200, "src/reading.rs: one read may bring one byte");
}

#[test]
fn a_client_may_finish_sending_before_it_reads() {
    let server = program().start();
    let mut client = server.connect();
    client.send(get("/"));
    client.finish_sending();
    client.reply().expect_status(
        200,
        "src/connection.rs: an end of input after the request is no error",
    );
}

#[test]
fn of_several_requests_on_a_connection_the_first_is_answered() {
    let server = program().start();
    for _ in 0..10 {
        let mut client = server.connect();
        client.send(get("/").repeat(100));
        client.reply().expect_status(
            200,
            "src/connection.rs: the first request gets the one reply",
        );
        client.expect_no_reset("`more_follows` in src/request.rs");
        drop(client); // it would keep a single-threaded server waiting
        let mut client = server.connect();
        client.send(get("/nowhere"));
        client.send(get("/"));
        client.send(get("/").repeat(100));
        client
            .reply()
            .expect_status(404, "src/connection.rs, `drain`");
    }
}

#[test]
fn the_reply_arrives_after_64_kib_of_headers() {
    let line = format!("X: {}\r\n", "y".repeat(1000));
    let request = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", line.repeat(64));
    expect_ten_of_ten(request.as_bytes(), 431);
}

#[test]
fn the_reply_arrives_after_a_body_of_1_mib() {
    for (method, status) in [("GET", 200), ("POST", 405)] {
        let head = request(method, "/", &["Content-Length: 1048576"]);
        expect_ten_of_ten(&[head, vec![b'x'; 1024 * 1024]].concat(), status);
    }
}

/// All is sent, the reply is complete, and the end is clean. Linux hands over what came before a
/// reset, other systems throw it away; so we look for a reset behind the reply, too.
#[track_caller]
fn expect_ten_of_ten(request: &[u8], status: u16) {
    let server = program().start();
    for _ in 0..10 {
        let mut client = server.connect();
        client.send(request);
        client
            .reply()
            .expect_status(status, "src/connection.rs, `drain`: ten replies out of ten");
        client.expect_no_reset("`drain` in src/connection.rs");
    }
}

/// A body of which nothing is there yet when the reply leaves.
#[test]
fn a_body_that_comes_after_the_reply_resets_nothing() {
    let server = program().start();
    let mut client = server.connect();
    client.send(request("POST", "/", &["Content-Length: 5"]));
    client.reply().expect_status(
        405,
        "src/connection.rs: the reply does not wait for the body",
    );
    for _ in 0..5 {
        thread::sleep(Duration::from_millis(10)); // time in which a server could close too early
        client.expect_no_reset("`drain` in src/connection.rs");
    }
}

#[test]
fn an_endless_line_and_endless_headers_are_cut_off() {
    let server = program().start();
    server.serves_on();
    #[cfg(target_os = "linux")]
    let before = server.meter();
    for (start, more, status) in [
        ("GET /", "a".repeat(1 << 16), 414),
        ("GET / HTTP/1.1\r\n", "X: y\r\n".repeat(10_000), 431),
    ] {
        let mut client = server.connect();
        client.send(start);
        for _ in 0..16 {
            client.send(&more);
        }
        client
            .reply()
            .expect_status(status, "src/request.rs, MAX_HEAD");
    }
    server.serves_on();
    #[cfg(target_os = "linux")]
    before.expect_growth_below(4 * 1024, server.meter());
}

#[test]
fn clients_that_do_not_wait_for_their_reply_cost_nobody_else() {
    let server = program().start();
    let mut readers = Vec::new();
    for _ in 0..20 {
        let mut client = server.connect();
        client.send(get("/"));
        drop(client);
        let mut client = server.connect();
        client.send(get("/"));
        client.reset();
        let mut client = server.connect();
        client.send(get("/"));
        readers.push(client); // and never reads
        server.serves_on();
    }
}

/// The weakness of step 02 is repaired, and that is what the first line of the reply shows.
#[test]
fn a_connection_ends_cleanly_after_its_reply() {
    let server = program().start();
    let mut client = server.connect();
    client.send(get("/"));
    let (received, ending) = client.read_to_end();
    assert!(
        received.starts_with(b"HTTP/1.1 200 OK\r\n"),
        "it begins with {}",
        readable(&received)
    );
    assert_eq!(ending, Ending::Closed, "the end must be clean");
}

#[test]
#[cfg(target_os = "linux")]
fn twenty_thousand_requests_leave_it_as_it_was() {
    let server = program().start();
    let at_rest = server.meter().descriptors;
    server.serves_on_and_on(1_000);
    let before = server.meter();
    server.serves_on_and_on(19_000);
    assert_eq!(
        server.meter().threads,
        before.threads,
        "the number of threads"
    );
    server.wait_for_descriptors(at_rest);
    before.expect_growth_below(512, server.meter());
}

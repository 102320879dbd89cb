//! From step 03 on: what a client sends beyond its request does not cost it its reply, and does not
//! keep the server for long.

use std::thread;
use std::time::Duration;

use kit::{Client, get, request};

use crate::program;

const LOOK_AT: &str = "`drain` in src/connection.rs";

#[test]
fn of_several_requests_on_a_connection_the_first_is_answered() {
    let server = program().start();
    for _ in 0..10 {
        let mut client = server.client(get("/").repeat(100));
        client.expect_reply(200, "src/connection.rs: the first gets the one reply");
        client.expect_no_reset("`more_follows` in src/request.rs");
        drop(client); // it would keep a single-threaded server waiting
        let mut client = server.client(get("/nowhere"));
        client.send(get("/"));
        client.send(get("/").repeat(100));
        client.expect_reply(404, LOOK_AT);
    }
}

/// Wherever a read of the server happens to end, what stands behind the head is seen.
#[test]
fn a_request_behind_a_head_of_any_length_resets_nothing() {
    let server = program().start();
    for length in [512, 1024, 2048, 4096, 8192, 16 * 1024] {
        let head = super::right::head("GET", "/", length);
        let mut client = server.client([head.as_bytes(), &get("/")].concat());
        client.expect_reply(200, LOOK_AT);
        expect_listening(&mut client);
    }
}

/// It comes after the reply, before the server closes. The end of the reply must have been sent by
/// then, or closing with unread bytes is a reset in its stead. Linux takes an end for an end even if a
/// reset follows; other systems may not.
#[test]
#[cfg(target_os = "linux")]
fn a_second_request_a_moment_later_destroys_nothing() {
    let program = program().faulty(env!("CARGO_TARGET_TMPDIR"));
    let server = program.variable("SEND_PAUSE", 200).start();
    let mut client = server.client(get("/"));
    assert!(client.hears_within(kit::PATIENCE), "there is a reply");
    client.send(get("/"));
    client.expect_reply(
        200,
        "src/connection.rs: `shutdown(Write)` comes before `close`",
    );
}

#[test]
fn the_reply_arrives_after_64_kib_of_headers() {
    let headers = format!("X: {}\r\n", "y".repeat(1000)).repeat(64);
    let request = format!("GET / HTTP/1.1\r\nHost: a\r\n{headers}\r\n");
    expect_ten_of_ten(request.as_bytes(), 431);
}

#[test]
fn the_reply_arrives_after_a_body_of_1_mib() {
    for (method, status) in [("GET", 200), ("POST", 405)] {
        let head = request(method, "/", &["Content-Length: 1048576"]);
        expect_ten_of_ten(&[head, vec![b'x'; 1 << 20]].concat(), status);
    }
}

/// All is sent, the reply is complete, and the end is clean. Linux hands over what came before a
/// reset, other systems throw it away; so we look for a reset behind the reply, too.
#[track_caller]
fn expect_ten_of_ten(request: &[u8], status: u16) {
    let server = program().start();
    for _ in 0..10 {
        let mut client = server.client(request);
        client.expect_reply(status, LOOK_AT);
        client.expect_no_reset(LOOK_AT);
    }
}

/// The time is limited, and not the number of bytes. A busy machine may not get through with them
/// in the two seconds of step 03, so one of three must.
#[test]
fn a_body_of_40_mib_that_comes_at_once_is_read_to_its_end() {
    let server = program().variable("DRAIN_MS", 60_000).start();
    let head = request("POST", "/", &["Content-Length: 41943040"]);
    let upload = [head, vec![b'x'; 40 << 20]].concat();
    let arrives = |_| {
        let mut client = server.connect();
        let is_sent = client.send(&upload);
        let (received, ending) = client.read_to_end();
        is_sent && received.ends_with(b"</html>\n") && ending == kit::Ending::Closed
    };
    assert!((0..3).any(arrives), "not one of three; look at {LOOK_AT}");
}

/// A body of which nothing is there yet when the reply leaves.
#[test]
fn a_body_that_comes_after_the_reply_resets_nothing() {
    let server = program().start();
    let mut client = server.client(request("POST", "/", &["Content-Length: 5"]));
    client.expect_reply(405, LOOK_AT);
    expect_listening(&mut client);
}

/// Whether the server reads what comes a moment after its reply, and did not miss that more follows.
#[track_caller]
pub fn expect_listening(client: &mut Client) {
    for _ in 0..5 {
        thread::sleep(Duration::from_millis(10)); // time in which a server could close too early
        client.expect_no_reset("`drain` in src/connection.rs, `more_follows` in src/request.rs");
    }
}

#[test]
fn a_stalled_body_is_let_go_after_its_reply() {
    let server = program().variable("DRAIN_MS", 300).start(); // in step 03 always two seconds
    let mut client = server.client(request("POST", "/", &["Content-Length: 1000"]));
    client.send("ten bytes.");
    client.expect_reply(405, LOOK_AT);
    let why = "it did not finish sending in time";
    server.wait_for_log(&format!("{} let go: {why}", client.name()));
    server.serves_on();
}

//! From step 04 on: nobody may keep the server waiting for ever.

use std::time::{Duration, Instant};

use kit::{Ending, PATIENCE, Server, request};

use crate::drain::expect_listening;
use crate::program;
use crate::replies::expect_no_body;

const LOOK_AT: &str = "src/reading.rs: one deadline for the whole head";

/// A server that does not wait long, but longer than a busy machine may keep one of these clients
/// from going on.
fn impatient() -> Server {
    program().variable("REQUEST_MS", 1_000).start()
}

#[test]
fn a_silent_client_is_told_so_and_let_go() {
    let server = impatient();
    server.connect().reply().expect_status(408, LOOK_AT);
    server.serves_on();
}

#[test]
fn a_client_that_stops_half_way_is_told_so_and_let_go() {
    let server = impatient();
    let mut client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: loc");
    let reply = client.reply();
    reply.expect_status(408, LOOK_AT);
    reply.expect_in_page("408 Request Timeout");
    for half in ["HEAD ", "\r\nHEAD / HTTP/1.1\r\nHost: loc"] {
        let mut client = server.connect();
        client.send(half);
        expect_no_body(&client.reply(), 408);
    }
    server.serves_on();
}

/// Each byte comes well before a timeout that starts anew with every read.
#[test]
fn a_client_that_drips_is_let_go_at_the_same_deadline() {
    let server = impatient();
    let mut client = server.connect();
    client.send("GET / HTTP/1.1\r\nX: ");
    let start = Instant::now();
    let mut received = Vec::new();
    loop {
        client.send("y");
        let (more, ending) = client.read_to_end_within(Duration::from_millis(50));
        received.extend(more);
        if ending != Ending::StillOpen {
            break;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "still served after {PATIENCE:?} of drips; look at {LOOK_AT}"
        );
    }
    let came = kit::readable(&received);
    assert!(
        received.starts_with(b"HTTP/1.1 408 "),
        "expected 408, came {came}; look at {LOOK_AT}"
    );
    server.serves_on();
}

/// The first deadline is for the client, not for the handler; the second begins with the reply.
#[test]
fn a_slow_page_may_take_longer_than_a_slow_client() {
    let server = program()
        .variable("REQUEST_MS", 1_000)
        .variable("DRAIN_MS", 1_000)
        .variable("SLEEP_MS", 1_200)
        .start();
    let mut client = server.connect();
    client.send(request("GET", "/sleep", &["Content-Length: 5"]));
    client
        .reply()
        .expect_status(200, "src/connection.rs: which deadline ran out?");
    expect_listening(&mut client);
}

/// There is nothing to wait for, though there would be time.
#[test]
#[cfg(target_os = "linux")]
fn who_has_a_whole_reply_and_announced_no_more_is_not_waited_for() {
    let server = program().variable("DRAIN_MS", 60_000).start();
    let at_rest = server.meter().descriptors;
    for bytes in ["GET", "HEAD", "BREW"].map(|method| request(method, "/", &[])) {
        let mut client = server.connect();
        client.send(bytes);
        client.read_to_end();
        server.wait_for_descriptors(at_rest);
    }
}

/// A server whose first client has a buffer that is full, so that its reply has to wait.
#[cfg(target_os = "linux")]
fn with_a_stuffed_client(reply_ms: u32) -> (Server, kit::Client) {
    let server = program()
        .faulty(env!("CARGO_TARGET_TMPDIR"))
        .variable("STUFFED_CLIENTS", 1)
        .variable("REPLY_MS", reply_ms)
        .start();
    let mut client = server.connect();
    client.send(kit::get("/"));
    server.wait_for_log(&format!("{} GET /", client.name()));
    (server, client)
}

/// Five seconds is what a time takes that nobody has set; and 0 means the shortest.
#[test]
#[cfg(target_os = "linux")]
fn a_client_that_does_not_read_its_reply_is_let_go() {
    for reply_ms in [300, 0] {
        let start = Instant::now();
        let (server, client) = with_a_stuffed_client(reply_ms);
        let why = "it did not read its reply in time";
        server.wait_for_log(&format!("{} let go: {why}", client.name()));
        let time = start.elapsed();
        assert!(
            time < Duration::from_secs(4),
            "with REPLY_MS={reply_ms} it took {time:?}"
        );
        server.serves_on();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_reply_that_has_to_wait_for_its_reader_arrives() {
    let (_server, mut client) = with_a_stuffed_client(60_000);
    std::thread::sleep(Duration::from_millis(100)); // time in which a server could give up
    let (received, ending) = client.read_to_end();
    let stuffing = received.iter().take_while(|byte| **byte == 0).count();
    assert!(stuffing > 0, "the buffer was not full: this proves nothing");
    kit::Reply::parse("GET /".to_string(), received[stuffing..].to_vec(), ending)
        .expect_status(200, "src/connection.rs: what if a write takes only a part?")
        .expect_in_page("</html>");
}

#[test]
fn settings_that_are_no_number_are_said_at_once_and_ignored() {
    let names = ["SLEEP_MS", "REQUEST_MS", "REPLY_MS", "DRAIN_MS", "STOP_MS"];
    let mut program = program();
    for (name, value) in names.iter().zip(["soon", "", "-1", "1.5", "5s"]) {
        program = program.variable(name, value);
    }
    let server = program.start();
    for name in names {
        server.wait_for_log(name);
    }
    server.serves_on();
    let log = server.log();
    let is_setting = |line: &String| names.iter().any(|name| line.contains(name));
    assert_eq!(
        log.iter().take_while(|line| is_setting(line)).count(),
        names.len(),
        "expected a line for each of {names:?} before any other, came {log:#?}"
    );
}

//! From step 04 on: a reply that its client does not read, or not yet. Only on Linux: our replies are so
//! short that the kernel takes each at once, unless its buffer is full before.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Reply, Server, get};

use crate::program;

/// A server whose first client has a buffer that is full, so that its reply has to wait.
fn with_a_stuffed_client(reply_ms: u32) -> (Server, Client) {
    let server = program()
        .faulty(env!("CARGO_TARGET_TMPDIR"))
        .variable("STUFFED_CLIENTS", 1)
        .variable("REPLY_MS", reply_ms)
        .start();
    let mut client = server.connect();
    client.send(get("/"));
    server.wait_for_log(&format!("{} GET /", client.name()));
    (server, client)
}

/// On a busy machine the buffer may not be full: then the reply has left, and we try again. Five
/// seconds is what a time takes that nobody has set, and 0 means the shortest.
#[test]
fn a_client_that_does_not_read_its_reply_is_let_go() {
    let is_let_go = |reply_ms| {
        let start = Instant::now();
        let (server, client) = with_a_stuffed_client(reply_ms);
        let let_go = format!(
            "{} let go: it did not read its reply in time",
            client.name()
        );
        let answered = format!("{} 200 OK", client.name());
        let line = server.wait_for_log_line(&format!("with {let_go:?}"), |line| {
            line.contains(&let_go) || line.contains(&answered)
        });
        server.serves_on();
        line.contains(&let_go) && start.elapsed() < Duration::from_secs(4)
    };
    for reply_ms in [300, 0] {
        assert!(
            (0..5).any(|_| is_let_go(reply_ms)),
            "with REPLY_MS={reply_ms} it is not let go in time, five times"
        );
    }
}

#[test]
fn a_reply_that_has_to_wait_for_its_reader_arrives() {
    let (_server, mut client) = with_a_stuffed_client(60_000);
    thread::sleep(Duration::from_millis(100)); // time in which a server could give up
    let (received, ending) = client.read_to_end();
    let stuffing = received.iter().take_while(|byte| **byte == 0).count();
    assert!(stuffing > 0, "the buffer was not full: this proves nothing");
    Reply::parse("GET /".to_string(), received[stuffing..].to_vec(), ending)
        .expect_status(
            200,
            "src/connection.rs: what if there is no room for it yet?",
        )
        .expect_in_page("</html>");
}

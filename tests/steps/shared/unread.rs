//! From step 04 on: a reply that its client does not read, or not yet. Only on Linux: our replies are so
//! short that the kernel takes each at once, unless its buffer is full before.
#![cfg(target_os = "linux")]

use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Program, Reply, Server, get};

use crate::program;

/// A program whose first clients have a buffer that is full, so that their replies have to wait.
pub fn stuffed(clients: usize, reply_ms: u32) -> Program {
    let program = program().faulty(env!("CARGO_TARGET_TMPDIR"));
    let program = program.variable("STUFFED_CLIENTS", clients);
    program.variable("REPLY_MS", reply_ms)
}

fn with_a_stuffed_client(reply_ms: u32) -> (Server, Client) {
    let server = stuffed(1, reply_ms).start();
    let client = server.client(get("/"));
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
        let name = client.name();
        let let_go = format!("{name} let go: it did not read its reply in time");
        let answered = format!("{name} 200 OK");
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
    let reply = Reply::parse("GET /".to_string(), received[stuffing..].to_vec(), ending);
    let look_at = "src/connection.rs: what if there is no room for it yet?";
    reply.expect_status(200, look_at).expect_in_page("</html>");
}

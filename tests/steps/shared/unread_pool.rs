//! From step 05 on, and only on Linux: replies that had to wait for their readers.

use std::time::Duration;

use kit::{Client, Ending, request};

use crate::unread::stuffed;

const WORKERS: usize = 4;

/// Whoever has got its reply at last is a client like any other: no worker waits for its body.
#[test]
fn clients_that_have_read_late_cost_no_worker() {
    let program = stuffed(WORKERS, 60_000).variable("DRAIN_MS", 60_000);
    let server = program.start();
    let connect = |_| -> Client {
        let mut client = server.connect();
        client.send(request("POST", "/", &["Content-Length: 1000"]));
        client
    };
    let mut clients: Vec<_> = (0..WORKERS).map(connect).collect();
    server.wait_for_log_count("POST /", WORKERS);
    for client in &mut clients {
        assert_eq!(client.read_to_end().1, Ending::Closed, "the end");
    }
    server.serves_within(Duration::from_millis(250));
}

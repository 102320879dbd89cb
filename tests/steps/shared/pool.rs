//! From step 05 on: nobody waits for somebody else's slow page, silence or bug.

use kit::{expect_replies, get, request, send_all};

use super::clients::{AT_ONCE, WORKERS, patient, sleepers, sleepy, waiting_clients};

#[test]
fn three_sleeping_handlers_leave_a_worker() {
    let server = sleepy(60_000).start();
    let _sleepers = sleepers(&server, WORKERS - 1);
    server.serves_within(AT_ONCE);
}

/// They wait for a worker for longer than a head may take, and must not be told 408 for that.
#[test]
fn behind_sleepers_everybody_is_answered_in_turn() {
    let server = sleepy(1_200).variable("REQUEST_MS", 1_000).start();
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(waiting_clients(&server, 2 * WORKERS, &get("/")));
    let look_at = "src/connection.rs: the deadline is for clients that have not spoken";
    expect_replies(&mut clients, 200, look_at);
}

#[test]
fn sixty_four_silent_clients_cost_no_worker() {
    let server = patient().start();
    let mut silent = waiting_clients(&server, 64, b"");
    server.serves_within(AT_ONCE);
    // And they have lost nothing by waiting.
    send_all(&mut silent, get("/"));
    let look_at = "src/waiting_room.rs: who speaks at last is served";
    expect_replies(&mut silent, 200, look_at);
}

#[test]
fn eight_stalled_bodies_cost_no_worker() {
    let server = patient().start();
    let head = request("POST", "/", &["Content-Length: 1000"]);
    let mut stalled = waiting_clients(&server, 8, &head);
    let look_at = "src/connection.rs: the reply does not wait for the body";
    expect_replies(&mut stalled, 405, look_at);
    server.serves_within(AT_ONCE);
}

/// Whoever has got its reply at last is a client like any other: no worker waits for its body.
#[test]
#[cfg(target_os = "linux")]
fn clients_that_have_read_late_cost_no_worker() {
    let program = super::unread::stuffed(WORKERS, 60_000);
    let server = program.variable("DRAIN_MS", 60_000).start();
    let head = request("POST", "/", &["Content-Length: 1000"]);
    let mut clients = waiting_clients(&server, WORKERS, &head);
    server.wait_for_log_count("POST /", WORKERS);
    for client in &mut clients {
        assert_eq!(client.read_to_end().1, kit::Ending::Closed, "the end");
    }
    server.serves_within(AT_ONCE);
}

#[test]
fn clients_that_drip_cost_no_worker() {
    let server = patient().start();
    let mut dripping = waiting_clients(&server, 16, b"GET / HTTP/1.1\r\nHost: a\r\nX: ");
    for _ in 0..20 {
        send_all(&mut dripping, "y");
        server.serves_within(AT_ONCE);
    }
    send_all(&mut dripping, "\r\n\r\n");
    let look_at = "src/reading.rs: what has come must not be forgotten";
    expect_replies(&mut dripping, 200, look_at);
}

#[test]
fn a_hundred_panics_change_nothing() {
    let server = sleepy(60_000).start();
    server.serves_on();
    for _ in 0..100 {
        let look_at = "src/thread_pool.rs, `catch_unwind`, and who owns the stream";
        server.client(get("/panic")).expect(b"", look_at);
    }
    server.wait_for_log_count("this handler has a bug", 100);
    // All workers are alive: this many handlers run at the same time.
    let _sleepers = waiting_clients(&server, WORKERS, &get("/sleep"));
    for worker in 1..=WORKERS {
        let is_it = |line: &str| {
            line.starts_with(&format!("worker-{worker}: ")) && line.ends_with("GET /sleep")
        };
        server.wait_for_log_line(&format!("of worker {worker}, with GET /sleep"), is_it);
    }
}

//! From step 05 on: nobody waits for somebody else's slow page, silence or bug.

use kit::{get, request, send_all};

use crate::clients::{AT_ONCE, WORKERS, patient, sleepers, waiting_clients};
use crate::program;

#[test]
fn three_sleeping_handlers_leave_a_worker() {
    let server = program().variable("SLEEP_MS", 60_000).start();
    let _sleepers = waiting_clients(&server, WORKERS - 1, &get("/sleep"));
    server.wait_for_log_count("GET /sleep", WORKERS - 1);
    server.serves_within(AT_ONCE);
}

/// They wait for a worker for longer than a head may take, and must not be told 408 for that.
#[test]
fn behind_sleepers_everybody_is_answered_in_turn() {
    let server = program()
        .variable("SLEEP_MS", 1_200)
        .variable("REQUEST_MS", 1_000)
        .start();
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(waiting_clients(&server, 2 * WORKERS, &get("/")));
    for client in &mut clients {
        client.reply().expect_status(
            200,
            "src/connection.rs: the deadline is for clients that have not spoken",
        );
    }
}

#[test]
fn sixty_four_silent_clients_cost_no_worker() {
    let server = patient().start();
    let mut silent = waiting_clients(&server, 64, b"");
    server.serves_within(AT_ONCE);
    // And they have lost nothing by waiting.
    for client in &mut silent {
        client.send(get("/"));
        client
            .reply()
            .expect_status(200, "src/waiting_room.rs: who speaks at last is served");
    }
}

#[test]
fn eight_half_heads_cost_no_worker() {
    let server = patient().start();
    let mut half = waiting_clients(&server, 8, b"GET / HTTP/1.1\r\nHo");
    server.serves_within(AT_ONCE);
    for client in &mut half {
        client.send("st: localhost\r\n\r\n");
        client
            .reply()
            .expect_status(200, "src/reading.rs: what has come must not be forgotten");
    }
}

#[test]
fn eight_stalled_bodies_cost_no_worker() {
    let server = patient().start();
    let head = request("POST", "/", &["Content-Length: 1000"]);
    let mut stalled = waiting_clients(&server, 8, &head);
    for client in &mut stalled {
        client.reply().expect_status(
            405,
            "src/connection.rs: the reply does not wait for the body",
        );
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
    for client in &mut dripping {
        client.send("\r\n\r\n");
        client
            .reply()
            .expect_status(200, "src/reading.rs: what has come must not be forgotten");
    }
}

#[test]
fn a_hundred_panics_change_nothing() {
    let server = program().start();
    server.serves_on();
    for _ in 0..100 {
        let mut client = server.connect();
        client.send(get("/panic"));
        client.expect_silent_end("src/thread_pool.rs, `catch_unwind`, and who owns the stream");
    }
    server.wait_for_log_count("this handler has a bug", 100);
    // All workers are alive: this many handlers run at the same time.
    let server = program().variable("SLEEP_MS", 60_000).start();
    for _ in 0..100 {
        let mut client = server.connect();
        client.send(get("/panic"));
        client.expect_silent_end("src/thread_pool.rs, `catch_unwind`");
    }
    let _sleepers = waiting_clients(&server, WORKERS, &get("/sleep"));
    for worker in 1..=WORKERS {
        let is_it = |line: &str| {
            line.starts_with(&format!("worker-{worker}: ")) && line.ends_with("GET /sleep")
        };
        server.wait_for_log_line(&format!("of worker {worker}, with GET /sleep"), is_it);
    }
}

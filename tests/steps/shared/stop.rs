//! From step 06 on: Ctrl-C stops the server, and every reply that is under way still arrives.

use std::time::{Duration, Instant};

use kit::{PATIENCE, Signal, send_all};

use crate::clients::{expect_once_within, sleepers};
use crate::program;

/// How much later than the last reply the process may end.
const SOON: Duration = Duration::from_millis(200);

#[test]
fn an_idle_server_stops_at_once() {
    for signal in [Signal::Interrupt, Signal::Terminate] {
        expect_once_within(SOON, "an idle stop", || {
            let mut server = program().start();
            server.serves_on();
            let start = Instant::now();
            server.signal(signal);
            assert_eq!(
                server.wait_for_exit(PATIENCE),
                Some(0),
                "the exit code after {signal:?}"
            );
            server.wait_for_log("Stopped");
            start.elapsed()
        });
    }
}

#[test]
fn replies_in_flight_and_in_the_queue_arrive() {
    expect_once_within(SOON, "the end after the last reply", || {
        let mut server = program().variable("SLEEP_MS", 150).start();
        let mut clients = sleepers(&server, 10);
        server.signal(Signal::Interrupt);
        for client in &mut clients {
            client
                .reply()
                .expect_status(200, "src/main.rs: the order of the last lines of `run`");
        }
        let last_reply = Instant::now();
        assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
        last_reply.elapsed()
    });
}

#[test]
fn silent_and_slow_clients_delay_it_by_a_second_at_most() {
    let what = "a stop with silent clients";
    expect_once_within(Duration::from_secs(1), what, || {
        let mut server = program()
            .variable("REQUEST_MS", 60_000)
            .variable("DRAIN_MS", 60_000)
            .start();
        let mut clients: Vec<_> = (0..24).map(|_| server.connect()).collect();
        send_all(&mut clients[..8], "GET / HT");
        send_all(&mut clients[8..16], "no request\r\n");
        server.wait_for_log_count("connected", 24);
        server.wait_for_log_count("400 Bad Request", 8);
        let start = Instant::now();
        server.signal(Signal::Terminate);
        assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
        start.elapsed()
    });
}

/// Half a second is left for it. A busy machine may keep our client longer from sending, so one of
/// three must finish; the server must stop every time.
#[test]
fn a_client_that_is_still_sending_may_finish() {
    let finishes = |_| {
        let mut server = program().variable("REQUEST_MS", 60_000).start();
        let mut client = server.connect();
        client.send("GET / HTTP/1.1\r\n");
        server.wait_for_log("connected");
        server.signal(Signal::Interrupt);
        server.wait_for_log("Stopping");
        client.send("Host: localhost\r\n\r\n");
        let reply = client.reply();
        assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
        reply.status == 200
    };
    assert!(
        (0..3).any(finishes),
        "not one of three; look at LAST_CALL in src/waiting_room.rs"
    );
}

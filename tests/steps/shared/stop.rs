//! From step 06 on: Ctrl-C stops the server, and every reply that is under way still arrives. What
//! takes too long is given up.

use std::time::{Duration, Instant};

use kit::{Signal, expect_replies, send_all};

use super::clients::{expect_once_within, patient, sleepers, sleepy};
use crate::program;

/// How much later than the last reply the process may end.
const SOON: Duration = Duration::from_millis(200);

#[test]
fn an_idle_server_stops_at_once() {
    for signal in [
        Signal::Interrupt,
        Signal::Terminate,
        #[cfg(unix)]
        Signal::Hangup, // the terminal in which it runs is closed
    ] {
        expect_once_within(SOON, &format!("an idle stop by {signal:?}"), || {
            let mut server = program().start();
            server.serves_on();
            let start = Instant::now();
            server.signal(signal);
            server.expect_exit(0);
            server.wait_for_log("Stopped");
            start.elapsed()
        });
    }
}

#[test]
fn replies_in_flight_and_in_the_queue_arrive() {
    expect_once_within(SOON, "the end after the last reply", || {
        let mut server = sleepy(150).start();
        let mut clients = sleepers(&server, 10);
        server.signal(Signal::Interrupt);
        let look_at = "src/main.rs: the order of the last lines of `run`";
        expect_replies(&mut clients, 200, look_at);
        let last_reply = Instant::now();
        server.expect_exit(0);
        last_reply.elapsed()
    });
}

#[test]
fn silent_and_slow_clients_delay_it_by_a_second_at_most() {
    let what = "a stop with silent clients";
    expect_once_within(Duration::from_secs(1), what, || {
        let mut server = patient().start();
        let mut clients: Vec<_> = (0..24).map(|_| server.connect()).collect();
        send_all(&mut clients[..8], "GET / HT");
        send_all(&mut clients[8..16], "no request\r\n");
        server.wait_for_log_count("connected", 24);
        server.wait_for_log_count("400 Bad Request", 8);
        let start = Instant::now();
        server.signal(Signal::Terminate);
        server.expect_exit(0);
        start.elapsed()
    });
}

/// Half a second is left for it. A busy machine may keep our client longer from sending, so one of
/// three must finish; the server must stop every time.
#[test]
fn a_client_that_is_still_sending_may_finish() {
    let finishes = |_| {
        let mut server = program().variable("REQUEST_MS", 60_000).start();
        let mut client = server.client("GET / HTTP/1.1\r\n");
        server.wait_for_log("connected");
        server.signal(Signal::Interrupt);
        server.wait_for_log("Stopping");
        client.send("Host: localhost\r\n\r\n");
        let (reply, _) = client.read_to_end();
        server.expect_exit(0);
        reply.starts_with(b"HTTP/1.1 200 OK")
    };
    let look_at = "LAST_CALL in src/waiting_room.rs";
    assert!((0..3).any(finishes), "not one of three; look at {look_at}");
}

#[test]
fn a_stop_that_takes_too_long_says_how_many_it_gave_up() {
    for count in [1, 6] {
        let mut server = sleepy(60_000).variable("STOP_MS", 200).start();
        server.serves_on(); // who has been served is not given up
        let _clients = sleepers(&server, count);
        server.signal(Signal::Terminate);
        server.expect_exit(1);
        server.wait_for_log(&format!("Gave up after 200ms; still here: {count}"));
    }
}

/// In the log everybody speaks under their own name, but for the main thread, which is the server.
#[test]
fn a_line_begins_with_the_name_of_the_thread_that_says_it() {
    let mut server = sleepy(60_000).variable("STOP_MS", 1).start();
    let name = sleepers(&server, 1)[0].name();
    server.signal(Signal::Terminate);
    server.expect_exit(1);
    for beginning in [
        format!("{name} connected"),
        format!("worker-N: {name} GET /sleep"),
        "signals: Stopping".to_string(),
        "time-limit: Gave up".to_string(),
    ] {
        // Any worker may be the one.
        let is_it = |line: &str| {
            let worker = |number| beginning.replace('N', number);
            ["1", "2", "3", "4"]
                .iter()
                .any(|number| line.starts_with(&worker(number)))
        };
        server.wait_for_log_line(&format!("that begins with {beginning:?}"), is_it);
    }
}

//! From step 06 on: Ctrl-C stops the server, and every reply that is under way still arrives.

use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Output, PATIENCE, Server, Signal, get, send_all};

use crate::program;
use crate::thread_pool::pool;

/// How much later than the last reply the process may end.
const SOON: Duration = Duration::from_millis(200);

/// The fastest of three, as for every time that this machine may spoil.
#[track_caller]
fn expect_fastest_within(limit: Duration, what: &str, run: impl Fn() -> Duration) {
    let times = [run(), run(), run()];
    let fastest = times.iter().min().expect("there are three");
    assert!(
        *fastest <= limit,
        "{what} took {times:?}, three times more than {limit:?}"
    );
}

#[track_caller]
fn sleepers(server: &Server, count: usize) -> Vec<Client> {
    let mut clients: Vec<_> = (0..count).map(|_| server.connect()).collect();
    send_all(&mut clients, get("/sleep"));
    server.wait_for_log_count("connected", count);
    server.wait_for_log_count("GET /sleep", count.min(4));
    clients
}

#[test]
fn an_idle_server_stops_at_once() {
    for signal in [Signal::Interrupt, Signal::Terminate] {
        expect_fastest_within(SOON, "an idle stop", || {
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
    expect_fastest_within(SOON, "the end after the last reply", || {
        let mut server = program().variable("SLEEP_MS", 300).start();
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

/// While the process is paused, clients connect and ask; the signal is there before it goes on.
#[test]
#[cfg(target_os = "linux")]
fn clients_in_the_backlog_are_no_newcomers() {
    let mut server = program().start();
    server.serves_on();
    server.signal(Signal::Pause);
    let mut clients: Vec<_> = (0..20).map(|_| server.connect()).collect();
    send_all(&mut clients, get("/"));
    server.signal(Signal::Interrupt);
    server.signal(Signal::Resume);
    for client in &mut clients {
        client
            .reply()
            .expect_status(200, "src/main.rs, `accept_clients`: who is in the backlog");
    }
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

#[test]
fn newcomers_are_refused_while_replies_are_in_flight() {
    let mut server = program().variable("SLEEP_MS", 3_000).start();
    let mut clients = sleepers(&server, 1);
    server.signal(Signal::Interrupt);
    let start = Instant::now();
    while !Client::is_refused(server.address()) {
        assert!(start.elapsed() < PATIENCE, "newcomers are still accepted");
        thread::sleep(Duration::from_millis(1)); // a knock now and then, not a flood
    }
    assert!(
        !server.log().iter().any(|line| line.contains("200 OK")),
        "refused only after the last reply"
    );
    clients[0].reply().expect_status(200, "src/main.rs");
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

#[test]
fn silent_and_slow_clients_delay_it_by_a_second_at_most() {
    expect_fastest_within(Duration::from_secs(1), "a stop with silent clients", || {
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

#[test]
#[cfg(unix)]
fn a_second_ctrl_c_stops_at_once() {
    let mut server = program().variable("SLEEP_MS", 60_000).start();
    let _clients = sleepers(&server, 4);
    server.signal(Signal::Interrupt);
    server.wait_for_log("Stopping");
    server.signal(Signal::Interrupt);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(130), "the exit code");
}

#[test]
fn a_stop_that_takes_too_long_says_how_many_it_gave_up() {
    let mut server = program()
        .variable("SLEEP_MS", 60_000)
        .variable("STOP_MS", 1_000)
        .start();
    server.serves_on(); // who has been served is not given up
    let _clients = sleepers(&server, 6);
    server.signal(Signal::Terminate);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(1), "the exit code");
    server.wait_for_log("Gave up on 6 clients");
}

#[test]
fn started_again_at_once_it_binds_again() {
    let mut server = program().start();
    let address = server.address();
    for _ in 0..3 {
        server.serves_on();
        let _still_open = server.connect();
        server.signal(Signal::Terminate);
        assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
        server = program().address(address).start();
    }
    server.serves_on();
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_descriptor_table_does_not_keep_it_from_stopping() {
    let mut server = program()
        .variable("REQUEST_MS", 60_000)
        .open_files(64)
        .start();
    let _silent: Vec<_> = (0..100).map(|_| server.connect()).collect();
    server.wait_for_log("Too many open files");
    server.signal(Signal::Interrupt);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

/// Linux reserves a descriptor in `accept` before it waits. Here that is the last one, and the
/// connection that shall wake `accept` needs one too.
#[test]
#[cfg(target_os = "linux")]
fn the_last_descriptor_does_not_keep_it_from_stopping() {
    let mut server = program()
        .variable("REQUEST_MS", 60_000)
        .open_files(64)
        .start();
    let all_but_one = 63 - server.meter().descriptors;
    let _silent: Vec<_> = (0..all_but_one).map(|_| server.connect()).collect();
    server.wait_for_log_count("connected", all_but_one);
    assert_eq!(server.meter().descriptors, 63, "one must be left");
    thread::sleep(Duration::from_millis(20)); // time in which `accept` takes it, or this proves nothing
    server.signal(Signal::Interrupt);
    assert_eq!(
        server.wait_for_exit(PATIENCE),
        Some(0),
        "the exit code; look at `spare_descriptor`"
    );
}

#[test]
fn a_standard_output_that_nobody_reads_does_not_stop_it() {
    let server = program().start_with(Output::Unread);
    server.serves_on_and_on(2_000); // far more log than a pipe holds
    server.serves_within(Duration::from_millis(250));
}

#[test]
fn a_standard_output_that_nobody_reads_does_not_keep_it_from_stopping() {
    let mut server = program().start_with(Output::Unread);
    server.serves_on_and_on(2_000);
    server.signal(Signal::Interrupt);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

#[test]
fn dropping_a_pool_waits_for_every_job_that_it_was_given() {
    let (done, finished) = std::sync::mpsc::channel();
    let pool = pool(2, 100);
    for _ in 0..100 {
        let done = done.clone();
        pool.execute(move || {
            let _ = done.send(());
        });
    }
    drop((pool, done));
    assert_eq!(
        finished.try_iter().count(),
        100,
        "the queue must be closed first, and the workers joined then"
    );
}

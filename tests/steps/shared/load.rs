//! From step 05 on: many clients at the same instant.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use kit::{Ending, Server, get, send_all};

use crate::program;

const CROWD: usize = 500;

/// The listen backlog of the standard library is 128. A client whose connection finds it full is
/// ignored, and tries again only a second later; and then perhaps again.
#[test]
fn five_hundred_clients_at_the_same_instant_are_answered_within_two_seconds() {
    kit::allow_open_files(4096);
    let server = program().start();
    server.serves_on();
    #[cfg(target_os = "linux")]
    let before = server.meter();
    // Once may be this machine's fault. Three times is the server's.
    let times: Vec<Duration> = (0..3).map(|_| crowd(&server)).collect();
    let fastest = times.iter().min().expect("there are three");
    assert!(
        *fastest < Duration::from_secs(2),
        "the last of {CROWD} clients had its page after {times:?}"
    );
    server.serves_on();
    #[cfg(target_os = "linux")]
    {
        assert_eq!(
            server.meter().threads,
            before.threads,
            "a crowd starts no thread"
        );
        before.expect_growth_below(4 * 1024, server.meter());
    }
}

/// All connect at once, and all are answered; returns how long that took.
fn crowd(server: &Server) -> Duration {
    let start = Barrier::new(CROWD + 1);
    thread::scope(|scope| {
        let clients: Vec<_> = (0..CROWD)
            .map(|_| {
                let visit = || {
                    start.wait();
                    let mut client = server.connect();
                    client.send(get("/"));
                    client.read_to_end()
                };
                thread::Builder::new()
                    .stack_size(128 * 1024)
                    .spawn_scoped(scope, visit)
                    .expect("a thread")
            })
            .collect();
        let began = Instant::now();
        start.wait();
        for client in clients {
            let (received, ending) = client.join().expect("no client panics");
            assert_eq!(
                ending,
                Ending::Closed,
                "a client in the crowd lost its connection"
            );
            assert!(
                received.starts_with(b"HTTP/1.1 200 OK\r\n"),
                "came {}",
                kit::readable(&received)
            );
        }
        began.elapsed()
    })
}

/// Everybody connects first and speaks later, as `ab -c` and browsers do.
#[test]
fn five_hundred_clients_that_speak_late_are_all_answered() {
    kit::allow_open_files(4096);
    let server = program().start();
    let mut clients: Vec<_> = (0..CROWD).map(|_| server.connect()).collect();
    send_all(&mut clients, get("/"));
    for client in &mut clients {
        client
            .reply()
            .expect_status(200, "src/waiting_room.rs: are there enough seats?");
    }
}

/// While all workers sleep, a crowd waits in the queue, up to its bound; the rest waits in the
/// kernel, which costs the server nothing.
#[test]
fn the_queue_is_long_but_not_endless() {
    const QUEUE: usize = 400;
    kit::allow_open_files(4096);
    let server = program().variable("SLEEP_MS", 60_000).start();
    let mut sleepers: Vec<_> = (0..4).map(|_| server.connect()).collect();
    send_all(&mut sleepers, get("/sleep"));
    server.wait_for_log_count("GET /sleep", 4);
    let _queued: Vec<_> = (0..QUEUE).map(|_| server.connect()).collect();
    server.wait_for_log_count("connected", 4 + QUEUE);
    let _in_the_backlog: Vec<_> = (0..50).map(|_| server.connect()).collect();
    let connected = server
        .log()
        .iter()
        .filter(|line| line.contains("connected"))
        .count();
    assert!(
        connected <= 4 + QUEUE + 1,
        "{connected} connections were accepted: is the queue bounded?"
    );
}

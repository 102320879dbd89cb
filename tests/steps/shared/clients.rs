//! From step 05 on: the servers and the clients that more than one of these files needs.

use std::time::Duration;

use kit::{Client, Ending, Program, Server, get};

use crate::program;

/// What "at once" means while others keep the server waiting.
pub const AT_ONCE: Duration = Duration::from_millis(250);

/// How many handlers run at the same time.
pub const WORKERS: usize = 4;

/// How many clients queue for a worker.
pub const QUEUE: usize = 400;

/// What the log says of a client in the waiting room whose place another one gets.
pub const MADE_ROOM: &str = "let go: others need its place";

/// A server on which nobody gives up: who holds a worker, holds it for the whole test.
pub fn patient() -> Program {
    program()
        .variable("REQUEST_MS", 60_000)
        .variable("DRAIN_MS", 60_000)
}

/// A server whose page `/sleep` takes so many milliseconds.
pub fn sleepy(milliseconds: u128) -> Program {
    program().variable("SLEEP_MS", milliseconds)
}

/// With so many open files for the server, whatever the tests allow themselves: 1,024 on Linux and
/// 256 on macOS is common. Windows has no such limit.
pub fn with_open_files(limit: u32, program: Program) -> Server {
    kit::allow_open_files(10_000); // for other tests at the same time, too
    match cfg!(unix) {
        true => program.open_files(limit).start(),
        false => program.start(),
    }
}

/// Clients that have said so much and no more.
#[track_caller]
pub fn waiting_clients(server: &Server, count: usize, said: &[u8]) -> Vec<Client> {
    (0..count).map(|_| server.client(said)).collect()
}

/// The first clients of a server, who all ask for `/sleep`: as many as there are workers sleep, the
/// others are in the queue.
#[track_caller]
pub fn sleepers(server: &Server, count: usize) -> Vec<Client> {
    let clients = waiting_clients(server, count, &get("/sleep"));
    server.wait_for_log_count("connected", count);
    server.wait_for_log_count("GET /sleep", count.min(WORKERS));
    clients
}

/// Many clients, and no more at a time than the kernel keeps for the server: whoever finds that full
/// is ignored, and tries again a second later. All of them are accepted.
#[track_caller]
pub fn crowd(server: &Server, count: usize, said: &[u8]) -> Vec<Client> {
    let before = server.log_count("connected");
    let mut crowd = Vec::new();
    while crowd.len() < count {
        let portion = (count - crowd.len()).min(100);
        crowd.extend(waiting_clients(server, portion, said));
        server.wait_for_log_count("connected", before + crowd.len());
    }
    crowd
}

/// Each of them has been let go, and then the log says so, or has lost nothing by waiting. The ones
/// that have waited longest make room, and no more of them than is needed.
#[track_caller]
pub fn expect_lines_for_those_who_left(server: &Server, mut silent: Vec<Client>, at_most: usize) {
    let mut gone = Vec::new();
    kit::send_all(&mut silent, get("/"));
    for (number, client) in silent.iter_mut().enumerate() {
        let (received, ending) = client.read_to_end();
        if received.is_empty() {
            server.wait_for_log(&format!("{} {MADE_ROOM}", client.name()));
            gone.push(number);
        } else {
            assert_eq!(ending, Ending::Closed, "a reply ends cleanly");
        }
    }
    let lines = server.log_count(MADE_ROOM);
    assert_eq!(lines, gone.len(), "each has one line of log");
    // A worker may have been slow to show one of them in, or four workers four; but not ten.
    assert!(
        gone.len() <= at_most && gone.iter().all(|number| *number < gone.len() + 10),
        "of the silent clients these were let go, and at the most {at_most} of the first were to be: {gone:?}"
    );
}

/// Once may be this machine's fault. Every time is the server's. `run` says what came, if that is not
/// what is expected.
#[track_caller]
pub fn expect_once_of(
    times: usize,
    sent: &str,
    expected: &str,
    look_at: &str,
    run: impl Fn() -> Result<(), String>,
) {
    let mut came = Vec::new();
    while came.len() < times {
        match run() {
            Ok(()) => return,
            Err(other) => came.push(other),
        }
    }
    kit::fail(sent, expected, &came.join("; then "), look_at);
}

/// Expects that something takes no longer, once of three times.
#[track_caller]
#[cfg_attr(windows, allow(dead_code))] // in step 05 it is for what only Unix has
pub fn expect_once_within(limit: Duration, what: &str, run: impl Fn() -> Duration) {
    let expected = format!("it takes {limit:?} at the most, once of three times");
    expect_once_of(3, what, &expected, "who waits for whom?", || match run() {
        time if time <= limit => Ok(()),
        time => Err(format!("it took {time:?}")),
    });
}

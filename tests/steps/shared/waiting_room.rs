//! From step 05 on: how many silent clients may wait, and who leaves when there are more.

use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use kit::{Client, Server, get};

use crate::clients::{AT_ONCE, MADE_ROOM, crowd, patient, with_open_files};

/// So many may wait, if the system allows the server as many open files.
const SEATS: usize = 4_096;

/// The lines of log about clients that had to make room, and how many clients that are.
fn let_go(server: &Server) -> (usize, HashSet<String>) {
    let lines = server.log();
    let lines: Vec<_> = lines
        .iter()
        .filter(|line| line.contains(MADE_ROOM))
        .collect();
    (lines.len(), lines.into_iter().cloned().collect())
}

#[test]
fn four_thousand_silent_clients_may_wait_and_of_more_the_oldest_leave() {
    kit::allow_open_files(10_000); // for other tests at the same time, too
    let server = with_open_files(6_000, patient()).start();
    let mut silent = crowd(&server, 4_000, b"");
    server.serves_within(AT_ONCE);
    assert_eq!(let_go(&server).0, 0, "there was room for everybody");
    silent.extend(crowd(&server, 200, b""));
    server.wait_for_log_count(MADE_ROOM, silent.len() - SEATS);
    server.serves_within(AT_ONCE);
    let mut last = server.connect();
    last.send(get("/last"));
    server.wait_for_log(&format!("{} 404", last.name())); // all that was said earlier stands before it

    // The room is full, and nothing happens: a log that says so again and again says nothing.
    let said = server.log().len();
    thread::sleep(Duration::from_millis(200));
    let more = server.log().split_off(said).join("\n");
    assert!(
        !more.contains("let go"),
        "nothing happened, and the log says {more}"
    );
    let (lines, clients) = let_go(&server);
    assert_eq!(lines, clients.len(), "one line for each client");
    assert!(
        lines <= SEATS / 3,
        "{lines} were let go, though {SEATS} may wait"
    );
    // A worker may have been slow to show one of them in, or four workers four; but not ten.
    let oldest = silent.iter().take(lines + 10);
    let is_gone = |client: &Client| {
        let line = format!("{} {MADE_ROOM}", client.name());
        clients.iter().any(|other| other.contains(&line))
    };
    let gone = oldest.filter(|client| is_gone(client)).count();
    assert_eq!(gone, lines, "those who have waited longest leave first");
    let newest = silent.last_mut().expect("they are thousands");
    newest.send(get("/"));
    newest.reply().expect_status(200, "src/waiting_room.rs");
}

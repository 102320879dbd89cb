//! From step 05 on: how many silent clients may wait, and who leaves when there are more.

use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use kit::{Client, get};

use super::clients::{AT_ONCE, MADE_ROOM, crowd, patient, with_open_files};

/// So many may wait, if the system allows the server as many open files.
const SEATS: usize = 4_096;

#[test]
fn four_thousand_silent_clients_may_wait_and_of_more_the_oldest_leave() {
    let server = with_open_files(6_000, patient());
    let mut silent = crowd(&server, 4_000, b"");
    server.serves_within(AT_ONCE);
    assert_eq!(
        server.log_count(MADE_ROOM),
        0,
        "there was room for everybody"
    );
    silent.extend(crowd(&server, 200, b""));
    server.wait_for_log_count(MADE_ROOM, silent.len() - SEATS);
    server.serves_within(AT_ONCE);
    let last = server.client(get("/last"));
    server.wait_for_log(&format!("{} 404", last.name())); // all that was said earlier stands before it

    // The room is full, and nothing happens: a log that says so again and again says nothing.
    let said = server.log().len();
    thread::sleep(Duration::from_millis(200));
    let mut log = server.log();
    let more = log.split_off(said).join("\n");
    assert!(
        !more.contains("let go"),
        "nothing happened, and the log says {more}"
    );
    log.retain(|line| line.contains(MADE_ROOM));
    let lines = log.len();
    let clients: HashSet<String> = log.into_iter().collect();
    assert_eq!(lines, clients.len(), "one line for each client");
    assert!(
        lines <= SEATS / 3,
        "{lines} were let go, though {SEATS} may wait"
    );
    // A worker may have been slow to show one of them in, or four workers four; but not ten.
    let oldest = silent.iter().take(lines + 10);
    let is_gone = |client: &&Client| {
        let line = format!("{} {MADE_ROOM}", client.name());
        clients.iter().any(|other| other.contains(&line))
    };
    let gone = oldest.filter(is_gone).count();
    assert_eq!(gone, lines, "those who have waited longest leave first");
    let newest = silent.last_mut().expect("they are thousands");
    newest.send(get("/"));
    newest.expect_reply(200, "src/waiting_room.rs");
}

//! From step 05 on: how many silent clients may wait, and who leaves when there are more.

use std::thread;
use std::time::Duration;

use kit::get;

use super::clients::{AT_ONCE, MADE_ROOM, crowd, expect_lines_for_those_who_left};
use super::clients::{patient, with_open_files};

/// So many may wait, if the system allows the server as many open files.
const SEATS: usize = 4_096;

#[test]
fn four_thousand_silent_clients_may_wait_and_of_more_the_oldest_leave() {
    let server = with_open_files(6_000, patient());
    let mut silent = crowd(&server, 4_000, b"");
    server.serves_within(AT_ONCE);
    let gone = server.log_count(MADE_ROOM);
    assert_eq!(gone, 0, "there was room for everybody");
    silent.extend(crowd(&server, 200, b""));
    server.wait_for_log_count(MADE_ROOM, silent.len() - SEATS);
    server.serves_within(AT_ONCE);
    let last = server.client(get("/last"));
    server.wait_for_log(&format!("{} 404", last.name())); // all that was said earlier stands before it

    // The room is full, and nothing happens: a log that says so again and again says nothing.
    let said = server.log().len();
    thread::sleep(Duration::from_millis(200));
    let more = server.log().split_off(said).join("\n");
    let is_quiet = !more.contains("let go");
    assert!(is_quiet, "nothing happened, and the log says {more}");
    expect_lines_for_those_who_left(&server, silent, SEATS / 3);
}

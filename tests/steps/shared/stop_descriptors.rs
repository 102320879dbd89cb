//! From step 06 on: a stop while the system allows no more open files. Linux shows how many there are.
#![cfg(target_os = "linux")]

use std::thread;
use std::time::Duration;

use kit::{Signal, expect_replies, get};

use super::clients::{WORKERS, patient, sleepers, sleepy, waiting_clients};

const LOOK_AT: &str = "src/main.rs, `accept_clients`: a backlog while descriptors are short";

/// Silent clients have every descriptor when the stop begins. While the process is paused, others
/// connect and ask; the signal is there before it goes on.
#[test]
fn silent_clients_make_room_for_requests_in_the_backlog() {
    let mut server = patient().open_files(40).start();
    // `accept` reserves one descriptor before it waits.
    let free = 40 - server.meter().descriptors - 1;
    let mut silent = waiting_clients(&server, free, b"");
    server.wait_for_log_count("connected", free);
    server.signal(Signal::Pause);
    silent.extend(waiting_clients(&server, 40 - free, b""));
    let mut clients = waiting_clients(&server, 5, &get("/"));
    server.signal(Signal::Interrupt);
    server.signal(Signal::Resume);
    expect_replies(&mut clients, 200, LOOK_AT);
    server.expect_exit(0);
}

/// Here nobody is silent, so the backlog has to wait until others have their replies.
#[test]
fn requests_in_the_backlog_wait_until_descriptors_are_free() {
    let mut server = sleepy(500).open_files(40).start();
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(waiting_clients(&server, 60, &get("/")));
    server.wait_for_log("Too many open files");
    server.signal(Signal::Interrupt);
    expect_replies(&mut clients, 200, LOOK_AT);
    server.expect_exit(0);
}

/// Linux reserves a descriptor in `accept` before it waits. Here that is the last one, and the
/// connection that shall wake `accept` needs one too.
#[test]
fn the_last_descriptor_does_not_keep_it_from_stopping() {
    let mut server = patient().open_files(64).start();
    let all_but_one = 63 - server.meter().descriptors;
    let _silent = waiting_clients(&server, all_but_one, b"");
    server.wait_for_log_count("connected", all_but_one);
    let open = server.meter().descriptors;
    assert_eq!(open, 63, "one must be left; look at `spare_descriptor`");
    thread::sleep(Duration::from_millis(20)); // time in which `accept` takes it, or this proves nothing
    server.signal(Signal::Interrupt);
    server.expect_exit(0);
}

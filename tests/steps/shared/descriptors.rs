//! From step 05 on: a system that allows the server few open files. Who is silent makes room for
//! those who speak.
#![cfg(unix)]

use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use kit::get;

#[cfg(target_os = "linux")]
use super::clients::{AT_ONCE, MADE_ROOM, WORKERS, sleepers, sleepy};
use super::clients::{crowd, expect_lines_for_those_who_left, expect_once_within};
use super::clients::{patient, waiting_clients, with_open_files};

/// 256 is what macOS gives a process.
#[test]
fn three_hundred_silent_clients_delay_nobody_though_only_256_files_may_be_open() {
    let what = "the page of somebody who comes after 300 silent clients";
    expect_once_within(Duration::from_secs(1), what, || {
        let server = with_open_files(256, patient());
        let mut silent = crowd(&server, 200, b"");
        silent.extend(waiting_clients(&server, 100, b""));
        let start = Instant::now();
        server.serves_on();
        let time = start.elapsed();
        expect_lines_for_those_who_left(&server, silent, 200);
        time
    });
}

/// Each time that a descriptor is missing, a quarter of the silent leaves, and nobody who came after it.
/// When all have gone, everything is as before.
#[test]
#[cfg(target_os = "linux")]
fn each_lack_of_a_descriptor_lets_a_quarter_go() {
    const FILES: usize = 40;
    let server = patient().open_files(FILES).start();
    let silent = waiting_clients(&server, 60, b"");
    server.wait_for_log_count("connected", silent.len());
    let lacks = server.log_count("Too many open files");
    let gone = server.log_count(MADE_ROOM);
    assert!(lacks > 0, "60 clients do not find room in {FILES} files");
    assert!(
        gone <= lacks * FILES / 4,
        "{gone} were let go for {lacks} missing descriptors, and a quarter of fewer than {FILES} is \
         less; look at src/waiting_room.rs: a quarter of whom?"
    );
    drop(silent);
    server.serves_on();
    server.serves_within(AT_ONCE);
}

/// Who is served or queues for it keeps its place. When all have their replies, nobody is let go
/// because of a need that has passed.
#[test]
#[cfg(target_os = "linux")]
fn who_speaks_makes_room_for_nobody() {
    let server = sleepy(500).open_files(40).start();
    let mut clients = sleepers(&server, WORKERS);
    clients.extend(waiting_clients(&server, 60, &get("/")));
    server.wait_for_log("Too many open files");
    kit::expect_replies(&mut clients, 200, "src/main.rs: who is let go?");
    drop(clients);
    let mut late = server.client("GET / HTTP/1.1\r\n");
    server.serves_on();
    assert!(late.hears_nothing(), "there is room for it");
    late.send("Host: localhost\r\n\r\n");
    late.expect_reply(200, "src/waiting_room.rs: who needs room, and when?");
}

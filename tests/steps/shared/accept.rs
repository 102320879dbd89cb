//! From step 01 on: what an `accept` that fails costs the others. Only on Linux, where it can be made
//! to fail.
#![cfg(target_os = "linux")]

use std::thread;
use std::time::{Duration, Instant};

use super::start::expect_alive;
use crate::program;

const ECONNRESET: i32 = 104;
const ECONNABORTED: i32 = 103;
const ENOMEM: i32 = 12;

/// There is no descriptor left for a client: every `accept` fails.
#[test]
fn a_full_descriptor_table_does_not_make_it_spin() {
    let fewest = program().start().meter().descriptors;
    let server = program().open_files(fewest).start();
    let _clients: Vec<_> = (0..4).map(|_| server.connect()).collect();
    server.wait_for_log("Too many open files");
    let failures = || server.log_count("Too many open files");
    let (processor, start, enough) = (server.meter().processor, Instant::now(), failures() + 4);
    while failures() < enough {
        let is_late = start.elapsed() > kit::PATIENCE;
        assert!(!is_late, "it tries no more: {:#?}", server.log());
        thread::yield_now();
    }
    let (busy, time) = (server.meter().processor - processor, start.elapsed());
    assert!(
        time > Duration::from_millis(40) && busy < time / 2,
        "four failures of accept took {time:?}, {busy:?} of it busy: pause after a failure"
    );
}

/// How long it takes until the first client is served, if `accept` fails so often before.
fn time_after_failures(count: usize, error: i32) -> Duration {
    let server = program()
        .faulty(env!("CARGO_TARGET_TMPDIR"))
        .variable("ACCEPT_FAILURES", count)
        .variable("ACCEPT_ERROR", error)
        .start();
    let start = Instant::now();
    expect_alive(&server);
    let time = start.elapsed();
    server.wait_for_log_count("cannot accept a client", count);
    time
}

/// It is no error of ours, and whoever is next is there already.
#[test]
fn fifty_clients_that_have_left_before_they_were_accepted_delay_nobody() {
    for error in [ECONNABORTED, ECONNRESET] {
        let time = time_after_failures(50, error);
        assert!(
            time < Duration::from_secs(2),
            "after 50 failures (os error {error}) a client is served in {time:?}: pause only after \
             errors that are the server's own"
        );
    }
}

/// It does not pass by being asked again at once.
#[test]
fn an_error_of_the_server_itself_makes_it_pause() {
    let time = time_after_failures(3, ENOMEM);
    assert!(
        time > Duration::from_millis(60),
        "after three failures for want of memory a client is served in {time:?}: pause"
    );
}

//! From step 06 on: which signals stop it, and what a second one does. Windows has events of the
//! console in their stead, of which a test can send only Ctrl-Break.

use std::thread;
use std::time::Duration;

use kit::{PATIENCE, Signal};

use crate::clients::{WORKERS, sleepers};
use crate::program;

/// 128 and the number of the signal is what a shell reports of a program that a signal has ended.
#[test]
fn a_second_signal_stops_at_once_and_the_exit_code_names_it() {
    for (first, second, code) in [
        (Signal::Interrupt, Signal::Interrupt, 130),
        (Signal::Terminate, Signal::Terminate, 143),
        (Signal::Hangup, Signal::Hangup, 129),
        (Signal::Terminate, Signal::Interrupt, 130),
    ] {
        let mut server = program().variable("SLEEP_MS", 60_000).start();
        let _clients = sleepers(&server, WORKERS);
        server.signal(first);
        server.wait_for_log("Stopping");
        server.signal(second);
        assert_eq!(
            server.wait_for_exit(PATIENCE),
            Some(code),
            "the exit code after {first:?} and {second:?}"
        );
    }
}

/// The terminal in which it runs is closed.
#[test]
fn a_hangup_lets_replies_arrive_like_ctrl_c() {
    let mut server = program().variable("SLEEP_MS", 300).start();
    let mut clients = sleepers(&server, WORKERS);
    server.signal(Signal::Hangup);
    for client in &mut clients {
        client
            .reply()
            .expect_status(200, "src/signals.rs: SIGHUP is a stop like SIGINT");
    }
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

/// `nohup` asks a program to survive its terminal.
#[test]
fn a_hangup_that_was_ignored_at_the_start_stays_ignored() {
    let mut server = program().without_hangup().start();
    server.signal(Signal::Hangup);
    thread::sleep(Duration::from_millis(100)); // time in which it could stop
    server.serves_on();
    server.signal(Signal::Terminate);
    assert_eq!(server.wait_for_exit(PATIENCE), Some(0), "the exit code");
}

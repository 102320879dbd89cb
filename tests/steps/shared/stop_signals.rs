//! From step 06 on: which signals stop it, and what a second one does. Windows has events of the
//! console in their stead, of which a test can send only Ctrl-Break.
#![cfg(unix)]

use std::thread;
use std::time::Duration;

use kit::{PATIENCE, Signal};

use super::clients::{WORKERS, sleepers, sleepy};
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
        let mut server = sleepy(60_000).start();
        let _clients = sleepers(&server, WORKERS);
        server.signal(first);
        server.wait_for_log("Stopping");
        server.signal(second);
        let came = server.wait_for_exit(PATIENCE);
        assert_eq!(came, Some(code), "exit code after {first:?} and {second:?}");
    }
}

/// `nohup` asks a program to survive its terminal.
#[test]
fn a_hangup_that_was_ignored_at_the_start_stays_ignored() {
    let mut server = program().without_hangup().start();
    server.signal(Signal::Hangup);
    thread::sleep(Duration::from_millis(100)); // time in which it could stop
    server.serves_on();
    server.signal(Signal::Terminate);
    server.expect_exit(0);
}

//! Watching a file, with a real cargo.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::time::Instant;

use scratch::lines::{PATIENCE, end, lines, wait_for};
use scratch::{FILE, SOLVED, Scratch, UNSOLVED};

#[test]
fn watching_checks_again_after_a_change_and_can_be_ended() {
    let scratch = Scratch::new();
    let mut watch = scratch.command(&["watch", "05b"]).spawn().unwrap();
    let lines = lines(&mut watch);
    wait_for(&lines, &mut watch, "0 of 2 checks passed");
    wait_for(&lines, &mut watch, "Waiting for a change");
    scratch.write(FILE, SOLVED);
    wait_for(&lines, &mut watch, "2 of 2 checks passed");
    wait_for(&lines, &mut watch, "Waiting for a change");
    scratch.write(FILE, UNSOLVED);
    wait_for(&lines, &mut watch, "0 of 2 checks passed");
    wait_for(&lines, &mut watch, "Waiting for a change");
    end(&mut watch);
    let deadline = Instant::now() + PATIENCE;
    while let Ok(line) = lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        assert_eq!(line, "", "nothing has changed any more");
    }
    assert!(!watch.wait().unwrap().success());
}

//! Watching a file, with a real cargo.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scratch;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use scratch::{FILE, SOLVED, Scratch, UNSOLVED};

/// For cargo on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

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

/// Asks it to end as Ctrl-C does. Not with that signal: where tests run in the background, a shell
/// may have told all of its children to ignore it.
fn end(watch: &mut Child) {
    if cfg!(unix) {
        let id = watch.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
    } else {
        watch.kill().unwrap();
    }
}

fn lines(child: &mut Child) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    receiver
}

#[track_caller]
fn wait_for(lines: &Receiver<String>, watch: &mut Child, text: &str) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) if line.contains(text) => return,
            Ok(_) => {}
            Err(problem) => {
                let _ = watch.kill();
                panic!("{text:?} does not come: {problem}");
            }
        }
    }
}

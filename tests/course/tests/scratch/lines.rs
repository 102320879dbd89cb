//! A program that is watched line by line.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// For cargo on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Asks it to end as Ctrl-C does. Not with that signal: where tests run in the background, a shell
/// may have told all of its children to ignore it.
pub fn end(watch: &mut Child) {
    if cfg!(unix) {
        let id = watch.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
    } else {
        watch.kill().unwrap();
    }
}

pub fn lines(child: &mut Child) -> Receiver<String> {
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
pub fn wait_for(lines: &Receiver<String>, watch: &mut Child, text: &str) {
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

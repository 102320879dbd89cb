//! A program that is watched line by line.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// For cargo on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    pub fn start(command: &mut Command) -> Watch {
        let mut child = command.spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            let lines = out.lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
        Watch { child, lines }
    }

    fn next(&self, deadline: Instant) -> Result<String, RecvTimeoutError> {
        let left = deadline.saturating_duration_since(Instant::now());
        self.lines.recv_timeout(left)
    }

    /// Lines with these texts come, in this order: `one .. another`.
    #[track_caller]
    pub fn shows(&mut self, texts: &str) {
        for text in texts.split(" .. ") {
            let deadline = Instant::now() + PATIENCE;
            loop {
                match self.next(deadline) {
                    Ok(line) if line.contains(text) => break,
                    Ok(_) => {}
                    Err(problem) => {
                        let _ = self.child.kill();
                        panic!("{text:?} does not come: {problem}");
                    }
                }
            }
        }
    }

    /// Asks it to end as Ctrl-C does. Not with that signal: where tests run in the background, a
    /// shell may have told all of its children to ignore it.
    #[track_caller]
    pub fn ends_and_has_said_no_more(mut self) {
        if cfg!(unix) {
            let id = self.child.id().to_string();
            assert!(Command::new("kill").arg(id).status().unwrap().success());
        } else {
            self.child.kill().unwrap();
        }
        let deadline = Instant::now() + PATIENCE;
        while let Ok(line) = self.next(deadline) {
            assert_eq!(line, "", "nothing has changed any more");
        }
        assert!(!self.child.wait().unwrap().success());
    }
}

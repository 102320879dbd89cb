//! From a program to a server: its first line names the address.

use std::io::{self, BufRead, BufReader};
use std::process::ChildStdout;
use std::sync::mpsc;
use std::thread;

use crate::lines::Lines;
use crate::{PATIENCE, Program, Server, fail, machine};

/// What happens to the lines after `Listening on`.
#[derive(PartialEq)]
pub enum Output {
    /// They are read and kept.
    Kept,
    /// Nobody reads them: the pipe stays open, and fills.
    Unread,
    /// The pipe is closed.
    Closed,
}

impl Program {
    /// Starts it and waits for its line `Listening on http://...`; what it prints is kept.
    #[track_caller]
    pub fn start(&self) -> Server {
        self.start_with(Output::Kept)
    }

    /// Starts it and waits for its line `Listening on http://...`, and does with further output
    /// as `output` says.
    #[track_caller]
    pub fn start_with(&self, output: Output) -> Server {
        let mut child = self.spawn();
        let errors = Lines::collect(child.stderr.take().expect("standard error is piped"));
        let (first, stdout) = first_line(child.stdout.take().expect("standard output is piped"));
        let address = first.trim_end().strip_prefix("Listening on http://");
        let Some(address) = address.and_then(|address| address.parse().ok()) else {
            machine::end(&mut child);
            errors.wait_for_end();
            fail(
                &self.to_string(),
                "a first line on standard output: Listening on http://ADDRESS:PORT",
                &format!("{first:?}, and on standard error {:?}", errors.all()),
                "src/main.rs; a server of your own must take the address as its first argument, \
                 and flush that line",
            );
        };
        let mut server = Server {
            child,
            address,
            log: Lines::collect(io::empty()),
            errors,
            unread: stdout.filter(|_| output != Output::Closed),
        };
        if output == Output::Kept {
            server.read_from_now_on();
        }
        server
    }
}

/// The first line, and the rest of the output to read on from, if a line comes in time.
fn first_line(stdout: ChildStdout) -> (String, Option<BufReader<ChildStdout>>) {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        let mut line = String::new();
        let _ = stdout.read_line(&mut line);
        let _ = sender.send((line, Some(stdout)));
    });
    receiver.recv_timeout(PATIENCE).unwrap_or_default()
}

//! A program that runs: what a test asks of it.

use std::io::BufReader;
use std::net::SocketAddr;
use std::process::{Child, ChildStdout};
use std::thread;
use std::time::{Duration, Instant};

use crate::lines::Lines;
use crate::{Client, Meter, PATIENCE, Signal, fail, machine, wait};

/// A running program. It is ended when this value is dropped.
pub struct Server {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    pub(crate) log: Lines,
    pub(crate) errors: Lines,
    pub(crate) unread: Option<BufReader<ChildStdout>>,
}

impl Server {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A new connection.
    #[track_caller]
    pub fn connect(&self) -> Client {
        Client::connect(self.address)
    }

    /// A new connection, on which this has been sent.
    #[track_caller]
    pub fn client(&self, sent: impl AsRef<[u8]>) -> Client {
        let mut client = self.connect();
        client.send(sent);
        client
    }

    /// Begins to read what it prints, where nobody has read so far ([`crate::Output::Unread`]).
    pub fn read_from_now_on(&mut self) {
        if let Some(stdout) = self.unread.take() {
            self.log = Lines::collect(stdout);
        }
    }

    /// Sends it a signal: on Unix with `kill`, on Windows a console event.
    pub fn signal(&self, signal: Signal) {
        machine::signal(&self.child, signal);
    }

    /// Waits for its end and returns its exit code, `None` if a signal ended it.
    #[track_caller]
    pub fn wait_for_exit(&mut self, within: Duration) -> Option<i32> {
        let Some(status) = wait(&mut self.child, within) else {
            let expected = format!("the process ends within {within:?}");
            let look_at = "src/shutdown.rs, and who still holds a connection or the door";
            fail("a signal to stop", &expected, "it still runs", look_at)
        };
        self.log.wait_for_end();
        status.code()
    }

    /// Waits for its end, and expects this exit code.
    #[track_caller]
    pub fn expect_exit(&mut self, code: i32) {
        let came = self.wait_for_exit(PATIENCE);
        if came != Some(code) {
            let (expected, came) = (format!("the exit code {code}"), format!("{came:?}"));
            let look_at =
                "src/shutdown.rs, src/signals.rs, and the last lines of `run` in src/main.rs";
            fail("a signal to stop", &expected, &came, look_at);
        }
    }

    /// Waits until it has no more than so many open descriptors: what a client sees as closed, a
    /// busy server may still have to close. Only on Linux.
    #[track_caller]
    pub fn wait_for_descriptors(&self, at_most: usize) {
        let deadline = Instant::now() + PATIENCE;
        while self.meter().descriptors > at_most {
            if Instant::now() > deadline {
                let (expected, came) = (format!("{at_most} open descriptors"), self.meter());
                fail(
                    "nothing",
                    &expected,
                    &format!("{came:?}"),
                    "who keeps a stream?",
                );
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// What it uses of the machine; only on Linux.
    pub fn meter(&self) -> Meter {
        Meter::of(self.child.id())
    }
}

impl Drop for Server {
    /// Ends the program. If a test has failed, says first what had become of it.
    fn drop(&mut self) {
        if thread::panicking() {
            let state = match wait(&mut self.child, Duration::ZERO) {
                Some(status) => format!("had ended, {status}"),
                None => "was still running".to_string(),
            };
            let (log, errors) = (self.log.last(15), self.errors.last(15));
            if std::env::var_os("SERVER").is_some() {
                eprintln!(
                    "If SERVER names a script, let it `exec` the server: signals and ends are the script's."
                );
            }
            eprintln!("The program {state}. Its last lines of log: {log:#?}");
            eprintln!("Its last lines on standard error: {errors:#?}");
        }
        machine::end(&mut self.child);
    }
}

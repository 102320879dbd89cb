//! A program that runs: what a test asks of it.

use std::io::{self, BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::lines::Lines;
use crate::{Client, Meter, PATIENCE, Program, Reply, Signal, fail, get, machine, wait};

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

/// A running program. It is ended when this value is dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    pub(crate) log: Lines,
    pub(crate) errors: Lines,
    unread: Option<BufReader<ChildStdout>>,
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

    /// The reply to a whole request that is sent at once, over a new connection.
    #[track_caller]
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Reply {
        self.client(request).reply()
    }

    /// "Serves on": a normal client gets its page, complete, within [`PATIENCE`].
    #[track_caller]
    pub fn serves_on(&self) {
        let look_at = "whatever happened just before this";
        self.client(get("/")).expect_reply(200, look_at);
    }

    /// Serves on so many times, one client after another, each with the same bytes.
    #[track_caller]
    pub fn serves_on_and_on(&self, count: usize) {
        self.serves_on();
        let (first, _) = self.client(get("/")).read_to_end();
        for _ in 0..count {
            self.client(get("/")).expect(&first, "src/connection.rs");
        }
    }

    /// "At once": the fastest of five normal clients has its page within `limit`. One that is slow
    /// may have been slowed by this machine; five have been slowed by the server.
    #[track_caller]
    pub fn serves_within(&self, limit: Duration) {
        let times = (0..5).map(|_| {
            let start = Instant::now();
            self.serves_on();
            start.elapsed()
        });
        let fastest = times.min().expect("there are five times");
        if fastest > limit {
            fail(
                "GET / five times, one after another",
                &format!("the fastest reply within {limit:?}"),
                &format!("it took {fastest:?}"),
                "who holds a worker, or the lock, while others wait?",
            );
        }
    }

    /// Begins to read what it prints, where nobody has read so far ([`Output::Unread`]).
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

//! A program that runs: what a test asks of it, and what it logs.

use std::io::BufReader;
use std::net::SocketAddr;
use std::process::{Child, ChildStdout};
use std::thread;
use std::time::{Duration, Instant};

use crate::lines::Lines;
use crate::{Client, Meter, Output, PATIENCE, Reply, Signal, fail, get, machine, readable, wait};

/// A running program. It is ended when this value is dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    log: Lines,
    errors: Lines,
    unread: Option<BufReader<ChildStdout>>,
}

impl Server {
    pub(crate) fn new(
        child: Child,
        address: SocketAddr,
        stdout: BufReader<ChildStdout>,
        errors: Lines,
        output: Output,
    ) -> Server {
        let (log, unread) = match output {
            Output::Kept => (Lines::collect(stdout), None),
            Output::Unread => (Lines::none(), Some(stdout)),
            Output::Closed => (Lines::none(), None),
        };
        Server {
            child,
            address,
            log,
            errors,
            unread,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A new connection.
    #[track_caller]
    pub fn connect(&self) -> Client {
        Client::connect(self.address)
    }

    /// The reply to a whole request that is sent at once, over a new connection.
    #[track_caller]
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Reply {
        let mut client = self.connect();
        client.send(request);
        client.reply()
    }

    /// "Serves on": a normal client gets its page, complete, within [`PATIENCE`].
    #[track_caller]
    pub fn serves_on(&self) {
        self.ask(get("/"))
            .expect_status(200, "whatever happened just before this");
    }

    /// Serves on so many times, one client after another, each with the same bytes.
    #[track_caller]
    pub fn serves_on_and_on(&self, count: usize) {
        self.serves_on();
        let visit = || {
            let mut client = self.connect();
            client.send(get("/"));
            client.read_to_end()
        };
        let first = visit();
        for number in 0..count {
            let (received, ending) = visit();
            if received != first.0 || ending != first.1 {
                let came = format!(
                    "{}, and the connection ended so: {ending:?}",
                    readable(&received)
                );
                fail(
                    &format!("GET / for the {number}th time"),
                    "the same as at first",
                    &came,
                    "src/connection.rs",
                );
            }
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

    /// Waits until the log has a line with `text` in it, and returns that line.
    #[track_caller]
    pub fn wait_for_log(&self, text: &str) -> String {
        self.wait_for_log_line(&format!("with {text:?}"), |line| line.contains(text))
    }

    /// Waits until the log has a line that `is_it`, and returns that line; `which` says in a
    /// message which line is meant.
    /// While `is_it` runs the log is locked, so it must not ask this server for its log.
    #[track_caller]
    pub fn wait_for_log_line(&self, which: &str, is_it: impl Fn(&str) -> bool) -> String {
        self.wait_for_moment(which, is_it).1
    }

    /// When the first line of log came that has `text` in it.
    #[track_caller]
    pub fn when(&self, text: &str) -> Instant {
        let is_it = |line: &str| line.contains(text);
        self.wait_for_moment(&format!("with {text:?}"), is_it).0
    }

    #[track_caller]
    fn wait_for_moment(&self, which: &str, is_it: impl Fn(&str) -> bool) -> (Instant, String) {
        self.log.wait_for(is_it).unwrap_or_else(|| {
            fail(
                "nothing: we wait for the log",
                &format!("a line of log {which}"),
                &format!(
                    "the log {:#?} and standard error {:#?}",
                    self.log.all(),
                    self.errors.all()
                ),
                "the calls of log::line",
            )
        })
    }

    /// Whether it has said its last word: its standard output is closed.
    pub fn is_silent_for_ever(&self) -> bool {
        self.log.is_at_end()
    }

    /// How many lines of log so far have `text` in them.
    pub fn log_count(&self, text: &str) -> usize {
        let log = self.log.all();
        log.iter().filter(|line| line.contains(text)).count()
    }

    /// Waits until the log has `count` lines with `text` in them.
    #[track_caller]
    pub fn wait_for_log_count(&self, text: &str, count: usize) {
        if !self.log.wait_for_count(text, count) {
            let expected = format!("{count} lines of log with {text:?}");
            fail(
                "nothing: we wait for the log",
                &expected,
                &format!(
                    "{} such lines; the last of all stand below",
                    self.log_count(text)
                ),
                "who waits for whom?",
            );
        }
    }

    /// Expects that the log has, or comes to have, lines with these texts, in this order.
    #[track_caller]
    pub fn expect_log_order(&self, texts: &[&str]) {
        texts.iter().for_each(|text| drop(self.wait_for_log(text)));
        let log = self.log();
        let place = |text: &&str| log.iter().position(|line| line.contains(text));
        if !texts.is_sorted_by_key(place) {
            fail(
                "nothing: we wait for the log",
                &format!("a log in this order: {texts:#?}"),
                &format!("{log:#?}"),
                "who waits for whom?",
            );
        }
    }

    /// All lines of log so far.
    pub fn log(&self) -> Vec<String> {
        self.log.all()
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
        match wait(&mut self.child, within) {
            Some(status) => {
                self.log.wait_for_end();
                status.code()
            }
            None => fail(
                "a signal to stop",
                &format!("the process ends within {within:?}"),
                "it still runs",
                "src/shutdown.rs, and who still holds a connection or the door",
            ),
        }
    }

    /// Waits until it has no more than so many open descriptors: what a client sees as closed, a
    /// busy server may still have to close. Only on Linux.
    #[track_caller]
    pub fn wait_for_descriptors(&self, at_most: usize) {
        let deadline = Instant::now() + PATIENCE;
        while self.meter().descriptors > at_most {
            if Instant::now() > deadline {
                let came = format!("{:?}", self.meter());
                fail(
                    "nothing",
                    &format!("{at_most} open descriptors"),
                    &came,
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
            eprintln!("The program {state}. Its last lines of log: {log:#?}");
            eprintln!("Its last lines on standard error: {errors:#?}");
        }
        machine::end(&mut self.child);
    }
}

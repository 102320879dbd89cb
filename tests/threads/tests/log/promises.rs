//! What the log promises, each tried in every order.

use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::io;
use orders::{Explorer, Outcome};

#[derive(Clone, Copy)]
pub struct Log {
    pub start: fn() -> io::Result<()>,
    pub line: fn(String),
    pub flush: fn(),
    /// Whose name the process of an order needs.
    pub test: &'static str,
}

impl Log {
    fn line(self, text: &str) {
        (self.line)(text.to_string());
    }

    /// Somebody else logs.
    fn other(self, after: Duration, text: &'static str) -> JoinHandle<()> {
        let thread = thread::Builder::new().name("other".to_string());
        let other = move || {
            thread::sleep(after);
            self.line(text);
        };
        thread.spawn(other).expect("the system has threads")
    }

    /// How long it takes.
    fn flush(self) -> Duration {
        let start = Instant::now();
        (self.flush)();
        start.elapsed()
    }
}

/// Time for the log's thread to take what there is. It gathers lines so long.
const GATHER: Duration = Duration::from_millis(5);

fn explore(promise: &str, log: Log, scenario: fn(Log)) -> Outcome {
    // The log's thread is never told to end.
    let explorer = Explorer::new(promise).may_leak().preemptions(1);
    explorer.isolated(log.test).explore(move || {
        (log.start)().expect("the system has threads");
        scenario(log);
    })
}

/// Two log, one of them also while the log's thread writes.
pub fn flush_waits_for_all(log: Log) -> Outcome {
    explore("`flush` returns when all is written", log, |log| {
        let other = log.other(Duration::ZERO, "one");
        log.line("two");
        thread::sleep(GATHER);
        log.line("three");
        let _ = other.join();
        let took = log.flush();
        assert!(
            took < Duration::from_secs(1),
            "how long `flush` took: {took:?}"
        );
        let text = io::written();
        let lines: Vec<&str> = text.lines().collect();
        let mut sorted = lines.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, ["other: one", "three", "two"], "written");
        let position = |line| lines.iter().position(|other| *other == line);
        assert!(position("two") < position("three"), "the order: {text}");
    })
}

/// Nobody reads standard output, and the log's thread waits for that.
pub fn nobody_waits_for_a_reader(log: Log) -> Outcome {
    explore("nobody who logs waits for a reader", log, |log| {
        io::read(false);
        log.line("one");
        let other = log.other(GATHER, "two");
        thread::sleep(GATHER);
        log.line("three");
        let _ = other.join();
        assert!(log.flush() == Duration::from_secs(1), "`flush` gives up");
        assert_eq!(io::written(), "", "written");
    })
}

/// So much waits that the next lines are dropped, if the log's thread does not take it before.
pub fn a_dropped_line_is_counted(log: Log) -> Outcome {
    explore("a line that is dropped is counted", log, |log| {
        log.line(&".".repeat(64 * 1024));
        let other = log.other(GATHER, "one");
        thread::sleep(GATHER);
        log.line("two");
        let _ = other.join();
        log.flush();
        let text = io::written();
        let small = text.lines().filter(|line| !line.starts_with('.'));
        let counts = small.map(|line| match line.split_once(" lines of log dropped") {
            Some((count, _)) => count.parse().expect("a number"),
            None => 1,
        });
        assert_eq!(counts.sum::<usize>(), 2, "lines written or counted");
    })
}

//! What a program logs, and how a test waits for that.

use std::time::Instant;

use crate::{Server, fail};

impl Server {
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
        self.wait_for(&format!("a line of log {which}"), 1, is_it).1
    }

    /// Waits until the log has `count` lines with `text` in them.
    #[track_caller]
    pub fn wait_for_log_count(&self, text: &str, count: usize) {
        if count > 0 {
            let expected = format!("{count} lines of log with {text:?}");
            self.wait_for(&expected, count, |line| line.contains(text));
        }
    }

    /// When the first line of log came that has `text` in it.
    #[track_caller]
    pub fn when(&self, text: &str) -> Instant {
        let expected = format!("a line of log with {text:?}");
        self.wait_for(&expected, 1, |line| line.contains(text)).0
    }

    #[track_caller]
    fn wait_for<F>(&self, expected: &str, count: usize, is_it: F) -> (Instant, String)
    where
        F: Fn(&str) -> bool,
    {
        self.log.wait_for(count, &is_it).unwrap_or_else(|| {
            let (log, errors) = (self.log.last(50), self.errors.last(50));
            let so_far = self.log().iter().filter(|line| is_it(line)).count();
            let came = format!("{so_far} such lines; the log {log:#?} and the errors {errors:#?}");
            let look_at = "the calls of log::line; who waits for whom?";
            fail("nothing: we wait for the log", expected, &came, look_at)
        })
    }

    /// Whether it has said its last word: its standard output is closed.
    pub fn is_silent_for_ever(&self) -> bool {
        self.log.is_at_end()
    }

    /// How many lines of log so far have `text` in them.
    pub fn log_count(&self, text: &str) -> usize {
        let log = self.log();
        log.iter().filter(|line| line.contains(text)).count()
    }

    /// All lines of log so far.
    pub fn log(&self) -> Vec<String> {
        self.log.all()
    }
}

//! What a program prints, line by line.

use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Instant;

use crate::PATIENCE;

const POISONED: &str = "no thread panics with this lock";

/// Lines that a thread collects, and others wait for.
#[derive(Clone, Default)]
pub struct Lines {
    state: Arc<(Mutex<Collected>, Condvar)>,
}

#[derive(Default)]
struct Collected {
    /// Each with the moment at which it came.
    lines: Vec<(Instant, String)>,
    ended: bool,
}

impl Lines {
    pub fn collect(source: impl Read + Send + 'static) -> Lines {
        let lines = Lines::default();
        let copy = lines.clone();
        thread::spawn(move || {
            for line in BufReader::new(source).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                copy.lock().lines.push((Instant::now(), line));
                copy.state.1.notify_all();
            }
            copy.lock().ended = true;
            copy.state.1.notify_all();
        });
        lines
    }

    fn lock(&self) -> MutexGuard<'_, Collected> {
        self.state.0.lock().expect(POISONED)
    }

    /// Whether there will be no more.
    pub fn is_at_end(&self) -> bool {
        self.lock().ended
    }

    pub fn all(&self) -> Vec<String> {
        let state = self.lock();
        state.lines.iter().map(|(_, line)| line.clone()).collect()
    }

    /// The last of them, this many at the most.
    pub fn last(&self, count: usize) -> Vec<String> {
        let mut lines = self.all();
        lines.split_off(lines.len().saturating_sub(count))
    }

    /// The line that `is_it` for the `count`th time, as soon as there is one, and when it came; `None` if
    /// there never is.
    pub fn wait_for(
        &self,
        count: usize,
        is_it: impl Fn(&str) -> bool,
    ) -> Option<(Instant, String)> {
        let found = |state: &Collected| {
            let mut lines = state.lines.iter().filter(|(_, line)| is_it(line));
            lines.nth(count - 1).cloned()
        };
        let goes_on = |state: &mut Collected| !state.ended && found(state).is_none();
        let state = self
            .state
            .1
            .wait_timeout_while(self.lock(), PATIENCE, goes_on);
        found(&state.expect(POISONED).0)
    }

    pub fn wait_for_end(&self) {
        self.wait_for(1, |_| false);
    }
}

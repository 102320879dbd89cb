//! What a program prints, line by line.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Instant;

use crate::PATIENCE;

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
    /// No lines, and none to wait for.
    pub fn none() -> Lines {
        Lines::collect(io::empty())
    }

    pub fn collect(source: impl Read + Send + 'static) -> Lines {
        let lines = Lines::default();
        let state = Arc::clone(&lines.state);
        thread::spawn(move || {
            let (collected, changed) = &*state;
            for line in BufReader::new(source).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                collected
                    .lock()
                    .expect("no thread panics with this lock")
                    .lines
                    .push((Instant::now(), line));
                changed.notify_all();
            }
            collected
                .lock()
                .expect("no thread panics with this lock")
                .ended = true;
            changed.notify_all();
        });
        lines
    }

    /// Whether there will be no more.
    pub fn is_at_end(&self) -> bool {
        let state = self.state.0.lock();
        state.expect("no thread panics with this lock").ended
    }

    pub fn all(&self) -> Vec<String> {
        let state = self.state.0.lock();
        let state = state.expect("no thread panics with this lock");
        state.lines.iter().map(|(_, line)| line.clone()).collect()
    }

    /// The first line that `is_it`, as soon as there is one, and when it came; `None` if there never
    /// is.
    pub fn wait_for(&self, is_it: impl Fn(&str) -> bool) -> Option<(Instant, String)> {
        let found = |collected: &Collected| {
            let mut lines = collected.lines.iter();
            lines.find(|(_, line)| is_it(line)).cloned()
        };
        let collected = self.wait_until(|collected| collected.ended || found(collected).is_some());
        found(&collected)
    }

    pub fn wait_for_count(&self, text: &str, count: usize) -> bool {
        let found = |collected: &Collected| {
            let lines = collected.lines.iter();
            lines.filter(|(_, line)| line.contains(text)).count()
        };
        let collected = self.wait_until(|collected| collected.ended || found(collected) >= count);
        found(&collected) >= count
    }

    /// The last of them, this many at the most.
    pub fn last(&self, count: usize) -> Vec<String> {
        let mut lines = self.all();
        lines.split_off(lines.len().saturating_sub(count))
    }

    pub fn wait_for_end(&self) {
        drop(self.wait_until(|collected| collected.ended));
    }

    fn wait_until(&self, condition: impl Fn(&Collected) -> bool) -> MutexGuard<'_, Collected> {
        let (collected, changed) = &*self.state;
        let guard = collected.lock().expect("no thread panics with this lock");
        changed
            .wait_timeout_while(guard, PATIENCE, |collected| !condition(collected))
            .expect("no thread panics with this lock")
            .0
    }
}

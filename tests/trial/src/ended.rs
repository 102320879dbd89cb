//! Waiting for the end of a process, and what is said if it has no verdict.

use std::fs;
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

/// `said` is the last that it printed. It helps to find the right question, and decides nothing.
pub fn without_verdict(status: Option<ExitStatus>, limit: Duration, said: &str) -> String {
    match status {
        None => format!(
            "It has not ended after {} seconds. Does something wait for what never comes, or loop \
             for ever?{said}",
            limit.as_secs()
        ),
        Some(status) => format!(
            "The process ended before the check was over ({status}). {}{said}",
            question(status, said)
        ),
    }
}

/// Many ends have one signal: a full stack, a failed allocation and `abort` all come as SIGABRT. The
/// standard library prints which of the first two it is.
fn question(status: ExitStatus, said: &str) -> &'static str {
    match status.code() {
        _ if said.contains("has overflowed its stack") => {
            "A stack was full. Does something call itself without end?"
        }
        _ if said.contains("memory allocation of ") => {
            "There was not so much memory. How much is asked for, and does something grow without end?"
        }
        Some(_) => "Does something end the whole process?",
        None => {
            "Why is not known. Does something end the whole process, panic within a panic, or take \
             more memory than there is?"
        }
    }
}

/// As [`wait`], and has more patience, up to a bound, while the process says that it goes on: a check
/// with many orders of threads takes its time on a busy machine.
pub fn wait_while_it_beats(child: &mut Child, limit: Duration, beats: &Path) -> Option<ExitStatus> {
    const MOST: u32 = 6;
    let mut last = None;
    for _ in 0..MOST {
        if let Some(status) = wait(child, limit) {
            return Some(status);
        }
        let beat = fs::read_to_string(beats).ok();
        if beat == last {
            return None;
        }
        last = beat;
    }
    None
}

/// Waits for the end of a process; `None` if it does not come in time.
pub fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + limit;
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if Instant::now() >= deadline {
            return None;
        }
        // The standard library can wait for a process for ever or not at all.
        thread::sleep(Duration::from_millis(2));
    }
}

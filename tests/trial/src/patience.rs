//! Waiting for the process of a check.

use std::fs;
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

/// As [`wait`], and has more patience, up to a bound, while the process says that it goes on: a check
/// with many orders of threads takes its time on a busy machine. Whoever has said so once may be
/// quiet for twice the limit: a machine can stand still for a while.
pub fn wait_while_it_beats(child: &mut Child, limit: Duration, beats: &Path) -> Option<ExitStatus> {
    const MOST: u32 = 20;
    const QUIET: u32 = 2;
    let (mut last, mut quiet) = (None, 0);
    for _ in 0..MOST {
        if let Some(status) = wait(child, limit) {
            return Some(status);
        }
        let beat = fs::read_to_string(beats).ok();
        quiet = if beat == last { quiet + 1 } else { 0 };
        if beat.is_none() || quiet == QUIET {
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

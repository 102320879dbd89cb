//! Waiting, with a deadline.

use std::thread;
use std::time::{Duration, Instant};

/// Waits until something is so; whether it came to be so in time.
pub fn wait_for(limit: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + limit;
    loop {
        if is_so() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

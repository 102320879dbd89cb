//! Waiting for what nobody announces.

use std::thread;
use std::time::{Duration, Instant};

/// Asks again and again until there is an answer. `None` if there is none within `limit`.
pub fn wait_for<T>(limit: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + limit;
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() >= deadline {
            return answer;
        }
        thread::sleep(Duration::from_millis(5));
    }
}

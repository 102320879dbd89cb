//! Every stable method of clocks.

use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const SHORT: Duration = Duration::from_millis(1);

pub fn clocks() {
    let start = Instant::now();
    thread::sleep(SHORT);
    assert!(start.elapsed() >= SHORT && Instant::now() - start >= SHORT);
    let mut later = start + SHORT * 2 - SHORT;
    assert_eq!(later.duration_since(start), SHORT);
    assert_eq!(start.checked_duration_since(later), None);
    assert_eq!(start.saturating_duration_since(later), Duration::ZERO);
    assert_eq!(start.checked_add(SHORT), later.checked_sub(Duration::ZERO));
    later += SHORT;
    later -= SHORT;
    assert!(later > start);
    let now = SystemTime::now();
    assert!(now.duration_since(UNIX_EPOCH).unwrap() > Duration::from_secs(1));
    assert!(now.elapsed().is_ok() && UNIX_EPOCH.duration_since(now + SHORT).is_err());
}

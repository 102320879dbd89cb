//! The process that starts many idle threads, and says what they cost.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// Starts so many threads that do nothing, and prints a row of the figure's data. It runs in a
/// process of its own, which ends after that, and with it the threads.
pub fn measure_threads(wanted: usize) {
    let started = Arc::new(AtomicUsize::new(0));
    let begin = Instant::now();
    let mut refusal = "none".to_string();
    let mut count = 0;
    while count < wanted {
        let started = Arc::clone(&started);
        let idle = move || {
            started.fetch_add(1, Ordering::Relaxed);
            loop {
                thread::park(); // as a thread waits that reads from a silent client
            }
        };
        match thread::Builder::new().spawn(idle) {
            Ok(_) => count += 1,
            Err(error) => {
                refusal = error.to_string().replace(',', ";");
                break;
            }
        }
    }
    while started.load(Ordering::Relaxed) < count {
        thread::sleep(Duration::from_millis(1));
    }
    let millis = begin.elapsed().as_secs_f64() * 1000.0;
    let (resident, reserved) = (memory("VmRSS:"), memory("VmSize:"));
    println!("row {wanted},{count},{refusal},{resident},{reserved},{millis:.1}");
}

/// A field of /proc/self/status, in KiB.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

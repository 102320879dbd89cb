use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(1)); // as if somebody pressed Ctrl-C
        STOP.store(true, Ordering::Release);
    });
    while !STOP.load(Ordering::Acquire) {
        thread::sleep(Duration::from_millis(100));
    }
    println!("Stopped");
}

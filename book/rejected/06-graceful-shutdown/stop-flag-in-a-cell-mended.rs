use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    let signals = thread::spawn(|| STOP.store(true, Ordering::Release));
    let _ = signals.join();
    println!("Stopping: {}", STOP.load(Ordering::Acquire));
}

use std::cell::Cell;
use std::thread;

static STOP: Cell<bool> = Cell::new(false);

fn main() {
    let signals = thread::spawn(|| STOP.set(true));
    let _ = signals.join();
    println!("Stopping: {}", STOP.get());
}

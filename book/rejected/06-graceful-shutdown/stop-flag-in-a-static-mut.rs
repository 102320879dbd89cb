use std::thread;
use std::time::Duration;

static mut STOP: bool = false;

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(1)); // as if somebody pressed Ctrl-C
        STOP = true;
    });
    while !STOP {
        thread::sleep(Duration::from_millis(100));
    }
    println!("Stopped");
}

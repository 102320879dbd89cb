use std::env;
use std::thread;
use std::time::Duration;

static SLEEP_TIME: Duration = millis("SLEEP_MS", 5_000);

fn main() {
    thread::sleep(SLEEP_TIME);
    println!("slept for {SLEEP_TIME:?}");
}

fn millis(name: &str, default: u64) -> Duration {
    let value = env::var(name).ok().and_then(|text| text.parse().ok());
    Duration::from_millis(value.unwrap_or(default))
}

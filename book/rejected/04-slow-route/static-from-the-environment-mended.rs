use std::env;
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

static SLEEP: LazyLock<Duration> = LazyLock::new(|| millis("SLEEP_MS", 5_000));

fn main() {
    thread::sleep(*SLEEP);
    println!("slept for {:?}", *SLEEP);
}

fn millis(name: &str, default: u64) -> Duration {
    let value = env::var(name).ok().and_then(|text| text.parse().ok());
    Duration::from_millis(value.unwrap_or(default))
}

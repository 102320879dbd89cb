use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

static SLEEP_TIME: LazyLock<Duration> = LazyLock::new(|| Duration::from_secs(5));

fn main() {
    println!("{}", sleep());
}

fn sleep() -> &'static str {
    thread::sleep(SLEEP_TIME);
    "200 OK"
}

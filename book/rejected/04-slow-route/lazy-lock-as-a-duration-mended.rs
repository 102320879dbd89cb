use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

static SLEEP: LazyLock<Duration> = LazyLock::new(|| Duration::from_secs(5));

fn main() {
    println!("{}", sleep());
}

fn sleep() -> &'static str {
    thread::sleep(*SLEEP);
    "200 OK"
}

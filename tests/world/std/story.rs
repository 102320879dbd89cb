//! What happened, a line an event.

use orders::walk;
use std::env;

/// What says nothing about the clients: the locks of the log, and a look at those who wait.
const NOISE: [&str; 12] = [
    "takes ",
    "releases ",
    "sleeps for 1ms",
    "sleeps for 5ms",
    "wakes up",
    "finds nothing in ",
    "is notified",
    "notify_",
    "waits for ",
    "looks whether ",
    "drops a sender",
    "yields",
];

pub fn print() {
    if env::var_os("WORLD_STORY").is_none() {
        return;
    }
    let mut text = String::new();
    for (at, who, what, place) in walk::story() {
        if NOISE.iter().any(|noise| what.starts_with(noise)) {
            continue;
        }
        let place = place.map(|place| {
            let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!(" ({file}:{})", place.line())
        });
        let millis = at.as_micros() as f64 / 1000.0;
        text += &format!(
            "{millis:>10.3}  {who:<14} {what}{}\n",
            place.unwrap_or_default()
        );
    }
    print!("{text}");
}

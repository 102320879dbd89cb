//! What happened, a line an event.

use orders::walk;
use std::env;
use std::panic::Location;

/// What says nothing about the clients: the locks of the log, a look at those who wait.
const NOISE: &str = "takes |releases |sleeps for 1ms|sleeps for 5ms|wakes up|finds |is notified|\
    notify_|waits for |looks whether |drops a sender|yields|begins to make |has made |\
    goes on, because|starts client-|starts kernel";

pub fn print() {
    if env::var_os("WORLD_STORY").is_none() {
        return;
    }
    let mut text = String::new();
    for (at, who, what, place) in walk::story() {
        if NOISE.split('|').any(|noise| what.starts_with(noise)) {
            continue;
        }
        let millis = at.as_micros() as f64 / 1000.0;
        let place = place.map(in_the_server).unwrap_or_default();
        text += &format!("{millis:>10.3}  {who:<14} {what}{place}\n");
    }
    print!("{text}");
}

/// Nothing, if the place is in this library or in the real one.
fn in_the_server(place: &Location) -> String {
    let file = place.file().replace('\\', "/");
    let name = file.rsplit('/').next().unwrap_or_default();
    match file.contains("tests/world/std/") || file.contains("/library/") {
        true => String::new(),
        false => format!(" ({name}:{})", place.line()),
    }
}

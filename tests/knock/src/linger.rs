//! A client that has its reply, and goes on sending.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use crate::escapes;
use crate::wire::{PATIENCE, connect};

/// How long it goes on, if nobody ends it.
const STAY: Duration = Duration::from_secs(30);

/// Asks, reads the reply to its end, and sends on, a byte and a pause at a time, until the server has
/// closed the connection.
///
/// # Errors
/// A line that says why there is no connection.
pub fn linger(address: SocketAddr, bytes: &[u8], pause: Duration) -> Result<String, String> {
    let mut client = connect(address)?;
    client.send(bytes);
    let (reply, _) = client.read_to_silence(PATIENCE);
    let start = Instant::now();
    while start.elapsed() < STAY && client.send("x") {
        thread::sleep(pause);
    }
    let time = start.elapsed().as_secs_f64();
    let reply = escapes::show(&reply);
    let first = reply.lines().next().unwrap_or_default();
    Ok(format!(
        "{first}\n[it sent on for {time:.1} s, and then the connection was closed]\n"
    ))
}

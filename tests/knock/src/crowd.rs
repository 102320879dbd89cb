//! Many clients at the same time.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use kit::Ending;

use crate::wire::{connect, in_words};

/// How long the slowest may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Little, so that a thousand of them are not much.
const STACK: usize = 128 * 1024;

/// Lets so many clients ask for `path`, and sums up what they hear.
///
/// # Errors
/// If nobody listens, or the system refuses the threads.
pub fn ask(address: SocketAddr, count: usize, path: &str) -> Result<String, String> {
    let start = Instant::now();
    let mut clients = Vec::new();
    for _ in 0..count {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
        let client =
            move || visit(address, request.as_bytes()).map(|heard| (heard, start.elapsed()));
        let thread = thread::Builder::new().stack_size(STACK).spawn(client);
        clients
            .push(thread.map_err(|error| format!("no thread for a client: {error}; try fewer"))?);
    }
    let heard = clients.into_iter().map(|client| {
        let failed = |_| Err("a client has failed; try again".to_string());
        client.join().unwrap_or_else(failed)
    });
    sum_up(heard.collect())
}

/// What one client heard: a status, or how the connection ended without one.
fn visit(address: SocketAddr, request: &[u8]) -> Result<String, String> {
    let mut client = connect(address)?;
    client.send(request);
    let (bytes, ending) = client.read_to_silence(PATIENCE);
    let line = bytes.split(|&byte| byte == b'\r').next();
    let line = String::from_utf8_lossy(line.unwrap_or_default()).into_owned();
    let status = line.strip_prefix("HTTP/1.1 ").map(str::to_string);
    let end = in_words(&ending, PATIENCE);
    Ok(match status {
        Some(status) if ending == Ending::Closed => status,
        Some(status) => format!("{status}, but {end}"),
        None => format!("nothing, and {end}"),
    })
}

/// The replies by their status, and when the first and the last client had theirs.
fn sum_up(visits: Vec<Result<(String, Duration), String>>) -> Result<String, String> {
    let mut counts = BTreeMap::new();
    let mut times = Vec::new();
    let mut problems = Vec::new();
    for visit in visits {
        match visit {
            Ok((heard, time)) => {
                *counts.entry(heard).or_insert(0) += 1;
                times.push(time);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else {
        return Err(problems.pop().unwrap_or_default());
    };
    let mut text = String::new();
    for (heard, count) in counts {
        let replies = if count == 1 { "reply" } else { "replies" };
        text += &format!("{count} {replies} of {heard}\n");
    }
    if let Some(problem) = problems.last() {
        text += &format!("{} came to nothing, such as: {problem}\n", problems.len());
    }
    let (first, last) = (first.as_secs_f64(), last.as_secs_f64());
    Ok(text + &format!("first after {first:.1} s, last after {last:.1} s\n"))
}

//! Many clients at the same time.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Ending};

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
        let request = request(address, path);
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

/// Lets so many clients ask for `path`, each as soon as the one before has its reply, and sums up what
/// they hear.
///
/// # Errors
/// If nobody listens.
pub fn flood(address: SocketAddr, count: usize, path: &str) -> Result<String, String> {
    let request = request(address, path);
    let start = Instant::now();
    let visits = (0..count).map(|_| {
        let heard = visit(address, request.as_bytes())?;
        Ok((heard, start.elapsed()))
    });
    sum_up(visits.collect())
}

fn request(address: SocketAddr, path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n")
}

/// What one client heard.
fn visit(address: SocketAddr, request: &[u8]) -> Result<String, String> {
    let mut client = connect(address)?;
    Ok(ask_once(&mut client, request))
}

/// What a client hears: a status, or how the connection ended without one.
fn ask_once(client: &mut Client, request: &[u8]) -> String {
    client.send(request);
    let (bytes, ending) = client.read_to_silence(PATIENCE);
    let line = bytes.split(|&byte| byte == b'\r').next();
    let line = String::from_utf8_lossy(line.unwrap_or_default()).into_owned();
    let status = line.strip_prefix("HTTP/1.1 ").map(str::to_string);
    let end = in_words(&ending, PATIENCE);
    match status {
        Some(status) if ending == Ending::Closed => status,
        Some(status) => format!("{status}, but {end}"),
        None => format!("nothing, and {end}"),
    }
}

/// Lets so many clients ask for `path` one after another. Each reads its reply, and keeps its connection.
///
/// # Errors
/// If nobody listens.
pub fn stay(
    address: SocketAddr,
    count: usize,
    path: &str,
) -> Result<(Vec<Client>, String), String> {
    let request = request(address, path);
    let start = Instant::now();
    let mut clients = Vec::new();
    let mut heard = Vec::new();
    for _ in 0..count {
        let mut client = connect(address)?;
        let said = ask_once(&mut client, request.as_bytes());
        heard.push(Ok((said, start.elapsed())));
        clients.push(client);
    }
    Ok((clients, sum_up(heard)?))
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

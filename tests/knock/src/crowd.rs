//! Many clients, at the same time or one after another.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Ending};

use crate::one::{connect, in_words};
use crate::{Outcome, Problem, say};

/// How long the slowest may take, and clients stay that nobody sends away.
const PATIENCE: Duration = Duration::from_secs(60);

/// Little, so that a thousand of them are not much.
const STACK: usize = 128 * 1024;

/// A status, or how the connection ended without one; and when that was heard.
type Heard = (String, Duration);

/// Lets so many clients ask for `path`, and sums up what they hear.
pub fn ask(address: SocketAddr, count: usize, path: &str) -> Outcome<String> {
    let start = Instant::now();
    let mut clients = Vec::new();
    for _ in 0..count {
        let path = path.to_string();
        let client = move || visit(address, &path, start).map(|(_, heard)| heard);
        let thread = thread::Builder::new().stack_size(STACK).spawn(client);
        let problem =
            |error| Problem::server(format!("no thread for a client: {error}; try fewer"));
        clients.push(thread.map_err(problem)?);
    }
    let failed = |_| {
        Err(Problem::server(
            "a client has failed; try again".to_string(),
        ))
    };
    let heard = |client: thread::JoinHandle<_>| client.join().unwrap_or_else(failed);
    sum_up(clients.into_iter().map(heard))
}

/// Lets so many clients ask for `path`, each as soon as the one before has its reply, and sums up what
/// they hear.
pub fn flood(address: SocketAddr, count: usize, path: &str) -> Outcome<String> {
    let start = Instant::now();
    sum_up((0..count).map(|_| visit(address, path, start).map(|(_, heard)| heard)))
}

/// Lets so many clients ask for `path` one after another. Each reads its reply, and keeps its
/// connection, until Enter is pressed or standard input ends.
pub fn stay(address: SocketAddr, count: usize, path: &str) -> Outcome<String> {
    let start = Instant::now();
    let visits = (0..count).map(|_| visit(address, path, start));
    let visits = visits.collect::<Outcome<Vec<_>>>()?;
    let (clients, heard): (Vec<Client>, Vec<Heard>) = visits.into_iter().unzip();
    let text = sum_up(heard.into_iter().map(Ok))?;
    wait_for_enter(&format!(
        "{text}all connections stay open; Enter closes them\n"
    ));
    drop(clients);
    Ok(String::new())
}

/// Opens so many silent connections, and closes them when Enter is pressed or standard input ends.
pub fn hold(address: SocketAddr, count: usize) -> Outcome<String> {
    let clients = (0..count).map(|_| connect(address));
    let clients = clients.collect::<Outcome<Vec<_>>>()?;
    wait_for_enter(&match count {
        1 => "1 silent connection is open; Enter closes it\n".to_string(),
        _ => format!("{count} silent connections are open; Enter closes them\n"),
    });
    drop(clients);
    Ok(String::new())
}

fn wait_for_enter(text: &str) {
    say(text);
    let (pressed, enter) = mpsc::channel();
    thread::spawn(move || {
        let _ = io::stdin().read_line(&mut String::new());
        let _ = pressed.send(());
    });
    let _ = enter.recv_timeout(PATIENCE);
}

/// Asks for `path`, and hears what comes.
fn visit(address: SocketAddr, path: &str, start: Instant) -> Outcome<(Client, Heard)> {
    let mut client = connect(address)?;
    client.send(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n"));
    let (bytes, ending) = client.read_to_silence(PATIENCE);
    let line = bytes.split(|&byte| byte == b'\r').next();
    let line = String::from_utf8_lossy(line.unwrap_or_default());
    let end = in_words(&ending, PATIENCE);
    let heard = match line.strip_prefix("HTTP/1.1 ") {
        Some(status) if ending == Ending::Closed => status.to_string(),
        Some(status) => format!("{status}, but {end}"),
        None => format!("nothing, and {end}"),
    };
    Ok((client, (heard, start.elapsed())))
}

/// The replies by their status, and when the first and the last client had theirs.
fn sum_up(visits: impl Iterator<Item = Outcome<Heard>>) -> Outcome<String> {
    let (mut counts, mut times, mut problems) = (BTreeMap::new(), Vec::new(), Vec::new());
    for visit in visits {
        match visit {
            Ok((heard, time)) => {
                *counts.entry(heard).or_insert(0) += 1;
                times.push(time);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let (failed, problem) = (problems.len(), problems.pop());
    let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else {
        return Err(problem.unwrap_or_else(|| Problem::server(String::new())));
    };
    let mut text = String::new();
    for (heard, count) in counts {
        let replies = if count == 1 { "reply" } else { "replies" };
        text += &format!("{count} {replies} of {heard}\n");
    }
    if let Some(problem) = problem {
        text += &format!("{failed} came to nothing, such as: {}\n", problem.text);
    }
    let (first, last) = (first.as_secs_f64(), last.as_secs_f64());
    Ok(text + &format!("first after {first:.1} s, last after {last:.1} s\n"))
}

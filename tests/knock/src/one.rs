//! One client.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use kit::{Client, Ending};

use crate::{Outcome, Problem, escapes};

/// How long knock waits for more from a server.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client that says nothing waits to be let go, and one that goes on sending to be ended.
const LONG: Duration = Duration::from_secs(30);

/// Connects, or says in a line why there is no connection.
pub fn connect(address: SocketAddr) -> Outcome<Client> {
    Client::try_connect(address).map_err(|error| {
        Problem::server(match error.kind() {
            ErrorKind::ConnectionRefused => format!(
                "nobody listens on {address}: start a step first, \
                 for example cargo run -p step-01-listener"
            ),
            _ => format!("no connection to {address}: {error}; try fewer"),
        })
    })
}

pub fn send(address: SocketAddr, bytes: &[u8]) -> Outcome<String> {
    let mut client = connect(address)?;
    client.send(bytes);
    Ok(hear(client, PATIENCE))
}

pub fn silent(address: SocketAddr) -> Outcome<String> {
    Ok(hear(connect(address)?, LONG))
}

/// Sends byte by byte, with a pause after each, until the server has something to say.
pub fn drip(address: SocketAddr, bytes: &[u8], pause: Duration) -> Outcome<String> {
    let mut client = connect(address)?;
    for byte in bytes {
        client.send([*byte]);
        if client.hears_within(pause) {
            break;
        }
    }
    Ok(hear(client, PATIENCE))
}

/// Asks, reads the reply to its end, and sends on, a byte and a pause at a time, until the server has
/// closed the connection.
pub fn linger(address: SocketAddr, bytes: &[u8], pause: Duration) -> Outcome<String> {
    let mut client = connect(address)?;
    client.send(bytes);
    let (reply, _) = client.read_to_silence(PATIENCE);
    let start = Instant::now();
    while start.elapsed() < LONG && client.send("x") {
        thread::sleep(pause);
    }
    let time = start.elapsed().as_secs_f64();
    let reply = escapes::show(&reply);
    let first = reply.lines().next().unwrap_or_default();
    Ok(format!(
        "{first}\n[it sent on for {time:.1} s, and then the connection was closed]\n"
    ))
}

/// What comes, and how it ends.
fn hear(mut client: Client, patience: Duration) -> String {
    let (bytes, ending) = client.read_to_silence(patience);
    let end = in_words(&ending, patience);
    format!("{}[{end}]\n", escapes::show(&bytes))
}

/// How a connection ended, where nobody waits longer than `patience` for more.
pub fn in_words(ending: &Ending, patience: Duration) -> String {
    match ending {
        Ending::Closed => "the server closed the connection".to_string(),
        Ending::Reset => "the connection was reset".to_string(),
        Ending::StillOpen => format!("nothing more in {} s: giving up", patience.as_secs()),
    }
}

//! A client that notes when what happens.

use std::net::SocketAddr;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use kit::{Client, Server, get};

use super::span::Spans;

/// How long a client waits for anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// One request and its reply.
pub struct Visit {
    /// The client's address, by which the log names it.
    pub name: String,
    pub sent: Instant,
    pub first_byte: Instant,
}

/// Connects, and asks for `path`, in a thread of its own.
pub fn send(address: SocketAddr, path: &'static str) -> JoinHandle<Visit> {
    thread::spawn(move || {
        let mut client = Client::connect(address);
        let (name, sent) = (client.name(), Instant::now());
        client.send(get(path));
        client.hears_within(PATIENCE);
        let first_byte = Instant::now();
        client.reply(); // or a panic that says what came
        Visit {
            name,
            sent,
            first_byte,
        }
    })
}

/// Waits for the end of the reply.
pub fn wait(visitor: JoinHandle<Visit>) -> Result<Visit, String> {
    let failed = |_| "a client was not served: see above".to_string();
    visitor.join().map_err(failed)
}

impl Visit {
    /// The row of this client: until it is accepted, until the reply begins, and that moment.
    pub fn note(&self, spans: &mut Spans, row: &str, server: &Server) {
        let accepted = server.when(&format!("{} connected", self.name));
        let accepted = accepted.clamp(self.sent, self.first_byte);
        spans.span(row, "not accepted", self.sent, accepted);
        spans.span(row, "waits", accepted, self.first_byte);
        spans.moment(row, "first byte", self.first_byte);
    }
}

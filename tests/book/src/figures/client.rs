//! A client that notes when what happens.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::process::Process;
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

/// A visit that goes on in a thread of its own.
pub struct Visitor(JoinHandle<io::Result<Visit>>);

impl Visitor {
    /// Connects, and asks for `path`.
    pub fn send(address: SocketAddr, path: &'static str) -> Visitor {
        Visitor(thread::spawn(move || visit(address, path)))
    }

    /// Waits for the end of the reply.
    ///
    /// # Errors
    /// If there is none.
    pub fn wait(self) -> Result<Visit, String> {
        let result = self.0.join().map_err(|_| "a client panicked")?;
        result.map_err(|error| format!("a client was not served: {error}"))
    }
}

fn visit(address: SocketAddr, path: &str) -> io::Result<Visit> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let name = stream.local_addr()?.to_string();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let sent = Instant::now();
    stream.write_all(request.as_bytes())?;
    stream.read_exact(&mut [0])?;
    let first_byte = Instant::now();
    io::copy(&mut stream, &mut io::sink())?;
    Ok(Visit {
        name,
        sent,
        first_byte,
    })
}

impl Visit {
    /// The row of this client: until it is accepted, until the reply begins, and that moment.
    ///
    /// # Errors
    /// If the server's log does not know it.
    pub fn note(&self, spans: &mut Spans, row: &str, server: &Process) -> Result<(), String> {
        let accepted = server.when(&format!("{} connected", self.name))?;
        let accepted = accepted.clamp(self.sent, self.first_byte);
        spans.span(row, "not accepted", self.sent, accepted);
        spans.span(row, "waits", accepted, self.first_byte);
        spans.moment(row, "first byte", self.first_byte);
        Ok(())
    }
}

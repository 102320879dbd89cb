//! Whom the load asks, and how.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use kit::{PATIENCE, get};

use crate::server::Server;

/// How long a reply may be.
const MOST: usize = 16 * 1024;

/// Whom to ask, and how many bytes to expect.
#[derive(Clone)]
pub struct Target {
    address: SocketAddr,
    request: Vec<u8>,
    length: usize,
    /// Whether a client asks again and again over one connection, or each time over a new one.
    is_kept: bool,
}

impl Target {
    /// Asks once, and looks at the reply closely. Of later replies only the status and the number
    /// of bytes are checked, as that costs the clients next to nothing.
    pub fn of(server: &Server) -> Target {
        let (address, request) = (server.address(), get("/"));
        let mut client = kit::Client::connect(address);
        client.send(&request);
        let (bytes, ending) = client.read_to_end();
        let length = bytes.len();
        kit::Reply::parse("GET /".to_string(), bytes, ending)
            .expect_status(200, "the route / in src/router.rs");
        Target {
            address,
            request,
            length,
            is_kept: false,
        }
    }

    /// The same for a server that is not ours: its headers are its own, but it sends this page. If
    /// the connection is not kept, the server must end it.
    ///
    /// # Errors
    /// The operating system's, and `Other` for a reply that is wrong.
    pub fn of_page(address: SocketAddr, page: &[u8], is_kept: bool) -> io::Result<Target> {
        let request = get("/");
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut buffer = [0; MOST];
        let is_whole = |reply: &[u8]| is_kept && reply.ends_with(page);
        let reply = exchange(&mut stream, &request, &mut buffer, is_whole)?;
        if !is_ok(reply) || !reply.ends_with(page) {
            return Err(io::Error::other(kit::readable(reply)));
        }
        Ok(Target {
            address,
            request,
            length: reply.len(),
            is_kept,
        })
    }

    /// Asks for `/` once: how long it took, from before the connection to the end of the reply.
    ///
    /// # Errors
    /// The operating system's, and `Other` for a reply that is wrong.
    pub fn ask(&self) -> io::Result<Duration> {
        self.ask_over(&mut None)
    }

    /// The same over the connection that an earlier question has left there, if any.
    ///
    /// # Errors
    /// Those of [`Target::ask`].
    pub fn ask_over(&self, kept: &mut Option<TcpStream>) -> io::Result<Duration> {
        let mut buffer = [0; MOST];
        let start = Instant::now();
        let mut stream = match kept.take() {
            Some(stream) => stream,
            None => TcpStream::connect(self.address)?,
        };
        let is_whole = |reply: &[u8]| self.is_kept && reply.len() >= self.length;
        let reply = exchange(&mut stream, &self.request, &mut buffer, is_whole)?;
        let latency = start.elapsed();
        if !is_ok(reply) || reply.len() != self.length {
            return Err(io::Error::other(kit::readable(reply)));
        }
        if self.is_kept {
            *kept = Some(stream);
        }
        Ok(latency)
    }
}

/// Asks, and reads until the reply is whole or the server ends the connection. These lines are all
/// that is timed: kit's client looks at the clock before each read, and sets a limit.
fn exchange<'a>(
    stream: &mut TcpStream,
    request: &[u8],
    buffer: &'a mut [u8],
    is_whole: impl Fn(&[u8]) -> bool,
) -> io::Result<&'a [u8]> {
    stream.write_all(request)?;
    let mut length = 0;
    while !is_whole(&buffer[..length]) {
        match stream.read(&mut buffer[length..])? {
            0 => break,
            count => length += count,
        }
    }
    Ok(&buffer[..length])
}

/// Some servers say HTTP/1.0.
fn is_ok(reply: &[u8]) -> bool {
    reply.starts_with(b"HTTP/1.1 200 ") || reply.starts_with(b"HTTP/1.0 200 ")
}

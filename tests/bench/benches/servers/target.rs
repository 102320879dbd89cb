//! Whom the load asks, and how.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use kit::{PATIENCE, get};

use crate::server::Server;

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
        stream.write_all(&request)?;
        let mut reply = Vec::new();
        let mut buffer = [0; 16 * 1024];
        while !is_kept || !reply.ends_with(page) {
            match stream.read(&mut buffer)? {
                0 => break,
                count => reply.extend_from_slice(&buffer[..count]),
            }
        }
        if !is_ok(&reply) || !reply.ends_with(page) {
            return Err(io::Error::other(kit::readable(&reply)));
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
        let mut buffer = [0; 16 * 1024];
        let start = Instant::now();
        let mut stream = match kept.take() {
            Some(stream) => stream,
            None => TcpStream::connect(self.address)?,
        };
        stream.write_all(&self.request)?;
        let mut length = 0;
        while !self.is_kept || length < self.length {
            match stream.read(&mut buffer[length..])? {
                0 => break,
                count => length += count,
            }
        }
        let latency = start.elapsed();
        let reply = &buffer[..length];
        if !is_ok(reply) || length != self.length {
            return Err(io::Error::other(kit::readable(reply)));
        }
        if self.is_kept {
            *kept = Some(stream);
        }
        Ok(latency)
    }
}

/// Some servers say HTTP/1.0.
fn is_ok(reply: &[u8]) -> bool {
    reply.starts_with(b"HTTP/1.1 200 ") || reply.starts_with(b"HTTP/1.0 200 ")
}

//! One client, from its first byte to its last.
//!
//! The work for a client can be put aside wherever its next byte has not come yet, and be taken up
//! by another thread: what it needs to go on is in the fields, not in local variables.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crate::parse_error::ParseError;
use crate::reading::{Until, read_request};
use crate::response::Response;
use crate::settings::millis;
use crate::{log, router};

/// By when a request must be complete, counted from its connection.
static HEAD_TIME: LazyLock<Duration> = LazyLock::new(|| millis("HEAD_MS", 5_000));

/// How long a client may go on sending after its reply.
static DRAIN_TIME: LazyLock<Duration> = LazyLock::new(|| millis("DRAIN_MS", 2_000));

/// The most that is drained at a time, in bytes.
const DRAIN_LIMIT: u64 = 4 * 1024 * 1024;

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// How many connections there are.
pub fn count() -> usize {
    COUNT.load(Ordering::Relaxed)
}

/// A client, what it has sent so far, and how long it has for the rest.
pub struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    since: Instant,
    door: Sender<Connection>,
    received: Vec<u8>,
    deadline: Instant,
    is_answered: bool,
}

impl Connection {
    /// Takes charge of a client. Whenever it keeps us waiting, it goes through `door`.
    pub fn new(stream: TcpStream, peer: SocketAddr, door: Sender<Connection>) -> Connection {
        log::line(format!("{peer} connected"));
        COUNT.fetch_add(1, Ordering::Relaxed);
        let since = Instant::now();
        Connection {
            stream,
            peer,
            since,
            door,
            received: Vec::new(),
            deadline: since + *HEAD_TIME,
            is_answered: false,
        }
    }

    /// Whether there is something to do: bytes or an end to read, or a deadline that has passed.
    pub fn is_ready(&self) -> bool {
        match self.stream.peek(&mut [0]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Instant::now() >= self.deadline,
            _ => true,
        }
    }

    /// Makes the deadline earlier.
    pub fn leave_by(&mut self, moment: Instant) {
        self.deadline = self.deadline.min(moment);
    }

    /// Does what can be done now. A client that keeps us waiting goes to the waiting room; of any
    /// other, this is the end: `self` is dropped, which closes the connection.
    pub fn serve(mut self) {
        let result = if self.is_answered {
            self.drain()
        } else {
            self.answer()
        };
        match result {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                let door = self.door.clone();
                let _ = door.send(self);
            }
            Err(error) => log::line(format!("{} let go: {error}", self.peer)),
        }
    }

    fn answer(&mut self) -> io::Result<()> {
        let peer = self.peer;
        self.stream.set_nonblocking(true)?;
        let until = Until::new(&self.stream, self.deadline);
        let (response, more_follows) = match read_request(until, &mut self.received) {
            Ok(request) => {
                log::line(format!("{peer} {request}"));
                (router::answer(&request), request.more_follows())
            }
            Err(ParseError::Io(error)) => return Err(error),
            Err(error @ ParseError::Closed) => return Err(io::Error::other(error)),
            Err(error) => {
                log::line(format!("{peer} {error}"));
                (Response::from(&error), true)
            }
        };
        self.send(&response)?;
        if more_follows {
            self.is_answered = true;
            self.deadline = Instant::now() + *DRAIN_TIME;
            self.received = Vec::new();
            self.drain()?;
        }
        Ok(())
    }

    fn send(&self, response: &Response) -> io::Result<()> {
        // A reply fits into the kernel's buffer. If it does not, that is full of what this client has
        // not read, and half a reply may have left: no `WouldBlock` may make us start again.
        (&self.stream)
            .write_all(&response.to_bytes())
            .map_err(io::Error::other)?;
        self.stream.shutdown(Shutdown::Write)?;
        let (peer, status, time) = (self.peer, response.status, self.since.elapsed());
        log::line(format!("{peer} {status} after {time:.1?}"));
        Ok(())
    }

    /// Reads and forgets what the client still sends. If we closed with something unread, the
    /// client would be told that the connection was reset, and might lose its reply.
    fn drain(&self) -> io::Result<()> {
        let until = Until::new(&self.stream, self.deadline);
        io::copy(&mut until.take(DRAIN_LIMIT), &mut io::sink())?;
        Ok(())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        COUNT.fetch_sub(1, Ordering::Relaxed);
    }
}

//! One client, from its first byte to its last.
//! The work for it can be put aside, and taken up by another thread: all it needs is in the fields.

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

/// By when the head of a request must be complete, counted from its connection.
static REQUEST_TIME: LazyLock<Duration> = LazyLock::new(|| millis("REQUEST_MS", 5_000));

/// How long one write of a reply may wait for its reader.
static REPLY_TIME: LazyLock<Duration> = LazyLock::new(|| millis("REPLY_MS", 5_000));

/// How long a client may go on sending after its reply.
static DRAIN_TIME: LazyLock<Duration> = LazyLock::new(|| millis("DRAIN_MS", 2_000));

/// The most that is drained at a time, in bytes. Whoever has sent more by then is cut off.
const DRAIN_LIMIT: u64 = 4 * 1024 * 1024;

/// `Relaxed` is enough for it: the number stands for itself, and no other memory depends on it.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// How many connections there are.
pub fn count() -> usize {
    COUNT.load(Ordering::Relaxed)
}

/// A client, what it has sent so far, and how long it has for the rest.
pub struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    /// When it was accepted. How long it waited for that, nobody here can know.
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
            deadline: since + *REQUEST_TIME,
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

    /// Does what can be done now. A client that keeps us waiting goes to the waiting room; for
    /// any other this is the end: `self` is dropped, which closes the connection.
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
            self.received = Vec::new(); // answered, and needs no memory while we drain
            self.drain()?;
        }
        Ok(())
    }

    fn send(&self, response: &Response) -> io::Result<()> {
        // A reply that fits into the kernel's buffer waits for nobody. A larger one may have to wait,
        // and is not put aside half-way: if its time is over, no `WouldBlock` may make us start again.
        self.stream.set_nonblocking(false)?;
        self.stream.set_write_timeout(Some(*REPLY_TIME))?;
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
        self.stream.set_nonblocking(true)?;
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

//! One client, from its first byte to its last.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::parse_error::ParseError;
use crate::reading::read_request;
use crate::response::Response;
use crate::{log, router};

/// How long a client that goes on sending after its reply may pause.
const DRAIN_PAUSE: Duration = Duration::from_secs(2);

/// The most that is drained, in bytes. Whoever sends more is cut off.
const DRAIN_LIMIT: u64 = 4 * 1024 * 1024;

/// A client, and how long it has been here.
pub struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    /// When it was accepted. How long it waited for that, nobody here can know.
    since: Instant,
}

impl Connection {
    /// Takes charge of a client.
    pub fn new(stream: TcpStream, peer: SocketAddr) -> Connection {
        log::line(format!("{peer} connected"));
        let since = Instant::now();
        Connection {
            stream,
            peer,
            since,
        }
    }

    /// Does all there is to do. At the end `self` is dropped, which closes the connection.
    pub fn serve(self) {
        let result = self.answer();
        if let Err(error) = result {
            log::line(format!("{} let go: {error}", self.peer));
        }
    }

    fn answer(&self) -> io::Result<()> {
        let peer = self.peer;
        let (response, more_follows) = match read_request(&self.stream) {
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
            self.drain()?;
        }
        Ok(())
    }

    fn send(&self, response: &Response) -> io::Result<()> {
        (&self.stream).write_all(&response.to_bytes())?;
        self.stream.shutdown(Shutdown::Write)?;
        let (peer, status, time) = (self.peer, response.status, self.since.elapsed());
        log::line(format!("{peer} {status} after {time:.1?}"));
        Ok(())
    }

    /// Reads and forgets what the client still sends. If we closed with something unread, the
    /// client would be told that the connection was reset, and might lose its reply.
    fn drain(&self) -> io::Result<()> {
        self.stream.set_read_timeout(Some(DRAIN_PAUSE))?;
        io::copy(&mut (&self.stream).take(DRAIN_LIMIT), &mut io::sink())?;
        Ok(())
    }
}

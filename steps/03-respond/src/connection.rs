//! One client: it owns the stream, from its first byte to its last.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::time::Instant;

use crate::parse_error::ParseError;
use crate::reading::{drain, read_request};
use crate::request::{Request, is_head};
use crate::response::Response;
use crate::{log, router};

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
        log::line(format_args!("{peer} connected"));
        let since = Instant::now();
        Connection {
            stream,
            peer,
            since,
        }
    }

    /// Does all there is to do. At the end `self` is dropped, which closes the connection.
    pub fn serve(self) {
        if let Err(error) = self.finish() {
            log::line(format_args!("{} let go: {error}", self.peer));
        }
    }

    fn finish(&self) -> io::Result<()> {
        let mut received = Vec::new();
        let request = read_request(&self.stream, &mut received);
        let is_head = is_head(&received);
        let (response, more_follows) = self.answer(request)?;
        response.send(&self.stream, is_head)?;
        let (status, time) = (response.status, self.since.elapsed());
        log::line(format_args!("{} {status} after {time:.1?}", self.peer));
        if more_follows {
            drain(&self.stream)?;
        }
        Ok(())
    }

    /// Returns the reply, and whether more may follow the request.
    fn answer(&self, request: Result<Request, ParseError>) -> io::Result<(Response, bool)> {
        let peer = self.peer;
        match request {
            Ok(request) => {
                let (method, target) = (request.method(), request.target());
                log::line(format_args!("{peer} {method:.20} {target:.100}"));
                Ok((router::answer(&request), request.more_follows))
            }
            Err(ParseError::Io(error)) => Err(error),
            Err(error @ ParseError::Closed) => Err(io::Error::other(error)),
            Err(error) => {
                log::line(format_args!("{peer} {error}"));
                Ok((Response::from(&error), true))
            }
        }
    }
}

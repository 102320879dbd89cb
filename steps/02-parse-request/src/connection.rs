//! One client: it owns the stream, from its first byte to its last.

use std::net::{SocketAddr, TcpStream};

use crate::log;
use crate::reading::read_request;

/// A client.
pub struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
}

impl Connection {
    /// Takes charge of a client.
    pub fn new(stream: TcpStream, peer: SocketAddr) -> Connection {
        log::line(format_args!("{peer} connected"));
        Connection { stream, peer }
    }

    /// Does all there is to do. At the end `self` is dropped, which closes the connection.
    pub fn serve(self) {
        let peer = self.peer;
        match read_request(&self.stream) {
            Ok(request) => {
                let (method, target) = (request.method(), request.target());
                log::line(format_args!("{peer} {method:.20} {target:.100}"));
            }
            Err(error) => log::line(format_args!("{peer} let go: {error}")),
        }
    }
}

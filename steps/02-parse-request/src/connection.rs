//! One client, from its first byte to its last.

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
        log::line(format!("{peer} connected"));
        Connection { stream, peer }
    }

    /// Does all there is to do. At the end `self` is dropped, which closes the connection.
    pub fn serve(self) {
        let peer = self.peer;
        match read_request(&self.stream) {
            Ok(request) => log::line(format!("{peer} {request}")),
            Err(error) => log::line(format!("{peer} let go: {error}")),
        }
    }
}

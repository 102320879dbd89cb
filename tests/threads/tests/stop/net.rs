//! `std::net`, with a backlog in place of sockets.

pub use orders::net::*;

use orders::real::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::io::{self, ErrorKind};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::log;
use crate::world::{connect, world};

pub struct TcpListener {
    backlog: Receiver<SocketAddr>,
    waits: AtomicBool,
}

/// Holds the address of the one who connects.
pub struct TcpStream(SocketAddr);

fn address(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

impl TcpListener {
    pub fn bind(_: SocketAddr) -> io::Result<TcpListener> {
        Ok(TcpListener {
            backlog: world(|world| world.backlog.take()).expect("it is bound once"),
            waits: AtomicBool::new(true),
        })
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(address(7878))
    }

    pub fn set_nonblocking(&self, on: bool) -> io::Result<()> {
        self.waits.store(!on, SeqCst);
        Ok(())
    }

    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let peer = match self.waits.load(SeqCst) {
            true => self.backlog.recv().map_err(io::Error::other)?,
            false => self.backlog.try_recv().map_err(|_| ErrorKind::WouldBlock)?,
        };
        Ok((TcpStream(peer), peer))
    }
}

impl Drop for TcpListener {
    fn drop(&mut self) {
        log::line("newcomers are refused");
    }
}

impl TcpStream {
    /// Only the stop connects, to wake the listener.
    pub fn connect_timeout(_: &SocketAddr, _: Duration) -> io::Result<TcpStream> {
        connect(address(2)).map(TcpStream)
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.0)
    }
}

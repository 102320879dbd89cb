//! `std::net` in memory, as far as the server uses it.

pub use crate::listener::TcpListener;
pub use std::net::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr};

use crate::conn::CLIENT;
use crate::listener::connect;
use crate::system::Descriptor;
use crate::wire::End;
use orders::walk;
use std::cell::Cell;
use std::io::{self, Read, Write};
use std::panic::Location;
use std::time::Duration;

/// The server's end of a connection.
pub struct TcpStream {
    end: End,
    nonblocking: Cell<bool>,
    write_timeout: Cell<Option<Duration>>,
    _descriptor: Descriptor,
}

impl TcpStream {
    pub fn new(end: End, _descriptor: Descriptor) -> TcpStream {
        let (nonblocking, write_timeout) = Default::default();
        TcpStream {
            end,
            nonblocking,
            write_timeout,
            _descriptor,
        }
    }

    /// The server connects to itself.
    #[track_caller]
    pub fn connect_timeout(address: &SocketAddr, time: Duration) -> io::Result<TcpStream> {
        walk::point();
        let place = Some(Location::caller());
        let failed = |error: &io::Error| walk::say(place, || format!("connects: {error}"));
        let descriptor = Descriptor::new().inspect_err(failed)?;
        let conn = connect(*address, Some(walk::now() + time)).inspect_err(failed)?;
        walk::say(place, || format!("connects to {address}"));
        Ok(TcpStream::new(End(conn, CLIENT), descriptor))
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.end.peer())
    }

    pub fn set_nonblocking(&self, on: bool) -> io::Result<()> {
        self.nonblocking.set(on);
        Ok(())
    }

    pub fn set_write_timeout(&self, time: Option<Duration>) -> io::Result<()> {
        self.write_timeout.set(time);
        Ok(())
    }

    /// When a wait must be over, which begins now. The time that is over already: none may begin.
    fn limit(&self, time: Option<Duration>) -> Option<Duration> {
        match self.nonblocking.get() {
            true => Some(Duration::ZERO),
            false => time.map(|time| walk::now() + time),
        }
    }

    /// A look that changes nothing, and so no point at which another thread could go on.
    pub fn peek(&self, _: &mut [u8; 1]) -> io::Result<usize> {
        assert!(self.nonblocking.get(), "a peek that waits is not simulated");
        self.end.peek()
    }

    #[track_caller]
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        walk::point();
        assert_eq!(how, Shutdown::Write, "the only one that is simulated");
        self.end.shutdown(Some(Location::caller()))
    }
}

impl Read for &TcpStream {
    #[track_caller]
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        walk::point();
        self.end.read(buffer, self.limit(None))
    }
}

impl Write for &TcpStream {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        walk::point();
        self.end.write(bytes, self.limit(self.write_timeout.get()))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for TcpStream {
    fn drop(&mut self) {
        walk::point();
        self.end.close(false);
    }
}

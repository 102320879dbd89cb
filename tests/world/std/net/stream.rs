//! The server's end of a connection.

use super::{Shutdown, SocketAddr};
use crate::backlog::connect;
use crate::conn::{CLIENT, Side};
use crate::descriptors::Descriptor;
use crate::system::with;
use crate::wire;
use orders::walk;
use std::io::{self, Read, Write};
use std::panic::Location;
use std::sync::Mutex;
use std::time::Duration;

pub struct TcpStream {
    conn: usize,
    side: Side,
    options: Mutex<Options>,
    _descriptor: Descriptor,
}

#[derive(Clone, Copy, Default)]
struct Options {
    nonblocking: bool,
    write_timeout: Option<Duration>,
}

impl TcpStream {
    pub(super) fn new(conn: usize, side: Side, descriptor: Descriptor) -> TcpStream {
        TcpStream {
            conn,
            side,
            options: Mutex::default(),
            _descriptor: descriptor,
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
        Ok(TcpStream::new(conn, CLIENT, descriptor))
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        with(|system| Ok(system.conns[self.conn].peer))
    }

    pub fn set_nonblocking(&self, on: bool) -> io::Result<()> {
        self.change(|options| options.nonblocking = on);
        Ok(())
    }

    pub fn set_write_timeout(&self, time: Option<Duration>) -> io::Result<()> {
        self.change(|options| options.write_timeout = time);
        Ok(())
    }

    fn change(&self, change: impl FnOnce(&mut Options)) {
        change(
            &mut self
                .options
                .lock()
                .unwrap_or_else(|poison| poison.into_inner()),
        );
    }

    fn options(&self) -> Options {
        *self
            .options
            .lock()
            .unwrap_or_else(|poison| poison.into_inner())
    }

    /// When a wait must be over, which begins now. The time that is over already: none may begin.
    fn limit(&self, time: Option<Duration>) -> Option<Duration> {
        match self.options().nonblocking {
            true => Some(Duration::ZERO),
            false => time.map(|time| walk::now() + time),
        }
    }

    /// A look that changes nothing, and so no point at which another thread could go on.
    pub fn peek(&self, _: &mut [u8; 1]) -> io::Result<usize> {
        match self.options().nonblocking {
            true => wire::peek(self.conn, self.side),
            false => panic!("a peek that waits is not simulated"),
        }
    }

    #[track_caller]
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        walk::point();
        let place = Some(Location::caller());
        match how {
            Shutdown::Write => wire::shutdown(self.conn, self.side, place),
            _ => panic!("{how:?} is not simulated"),
        }
    }
}

impl Read for &TcpStream {
    #[track_caller]
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        walk::point();
        wire::read(self.conn, self.side, buffer, self.limit(None))
    }
}

impl Write for &TcpStream {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        walk::point();
        let limit = self.limit(self.options().write_timeout);
        wire::write(self.conn, self.side, bytes, limit)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for TcpStream {
    fn drop(&mut self) {
        walk::point();
        wire::close(self.conn, self.side, false);
    }
}

//! A listener, and the clients that have connected and wait to be accepted.

use crate::conn::{Conn, SERVER};
use crate::net::TcpStream;
use crate::system::{Descriptor, Listening, System, with};
use crate::wire::End;
use orders::walk;
use std::cell::Cell;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::panic::Location;
use std::time::Duration;

/// The standard library asks for 128, and Linux allows one more.
const BACKLOG: usize = 129;

impl System {
    /// Who has waited longest. One that has gone already may be an error.
    pub fn accept(&mut self) -> Option<io::Result<(usize, SocketAddr)>> {
        let number = self.backlog.pop_front()?;
        self.arrivals.changed(); // there is room
        let conn = &mut self.conns[number];
        if conn.reset && self.plan.aborts {
            return Some(Err(ErrorKind::ConnectionAborted.into()));
        }
        conn.accepted_at = Some(walk::now());
        Some(Ok((number, conn.peer)))
    }

    pub fn close_listener(&mut self) -> usize {
        self.listening = Listening::NoMore;
        self.ended_before = walk::ended().into_iter().map(|(name, _)| name).collect();
        self.arrivals.changed();
        for number in &self.backlog {
            self.conns[*number].reset();
        }
        self.backlog.drain(..).count()
    }

    /// `None`: the backlog is full.
    fn place(&mut self, address: SocketAddr) -> Option<io::Result<usize>> {
        let serves = |at: SocketAddr| {
            let is_it = at.ip() == address.ip() || at.ip().is_unspecified();
            is_it && at.port() == address.port()
        };
        match self.listening {
            Listening::At(at) if serves(at) && self.backlog.len() == BACKLOG => None,
            Listening::At(at) if serves(at) => {
                let number = self.conns.len();
                let port = 50_000 + number as u16;
                self.conns.push(Conn::new((address.ip(), port).into()));
                self.backlog.push_back(number);
                self.arrivals.changed();
                Some(Ok(number))
            }
            _ => Some(Err(ErrorKind::ConnectionRefused.into())),
        }
    }
}

/// A connection that waits to be accepted. While the backlog is full, it waits for a place there.
#[track_caller]
pub fn connect(address: SocketAddr, limit: Option<Duration>) -> io::Result<usize> {
    loop {
        let (place, arrivals) = with(|system| (system.place(address), system.arrivals));
        match place {
            Some(result) => return result,
            None if limit.is_some_and(|limit| walk::now() >= limit) => {
                return Err(ErrorKind::TimedOut.into());
            }
            None => _ = arrivals.wait(limit),
        }
    }
}

pub struct TcpListener {
    address: SocketAddr,
    waits: Cell<bool>,
    _descriptor: Descriptor,
}

impl TcpListener {
    pub fn bind(mut address: SocketAddr) -> io::Result<TcpListener> {
        if address.port() == 0 {
            address.set_port(40_000);
        }
        let _descriptor = Descriptor::new()?;
        with(|system| system.listening = Listening::At(address));
        walk::say(None, || format!("listens at {address}"));
        let waits = Cell::new(true);
        Ok(TcpListener {
            address,
            waits,
            _descriptor,
        })
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }

    pub fn set_nonblocking(&self, on: bool) -> io::Result<()> {
        self.waits.set(!on);
        Ok(())
    }

    /// As Linux does it: the descriptor comes first, and is taken while it waits.
    #[track_caller]
    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        walk::point();
        let place = Some(Location::caller());
        let say = |what: String| walk::say(place, || format!("accepts{what}"));
        let descriptor = Descriptor::new().inspect_err(|_| {
            with(|system| system.shortages.push(walk::now()));
            say(": too many open files".to_string());
        })?;
        loop {
            let (next, arrivals) = with(|system| (system.accept(), system.arrivals));
            match next {
                None if self.waits.get() => _ = arrivals.wait(None),
                None => {
                    say(": nobody is there".to_string());
                    return Err(ErrorKind::WouldBlock.into());
                }
                Some(next) => {
                    let failed = |error: &io::Error| say(format!(": {error}"));
                    let (conn, peer) = next.inspect_err(failed)?;
                    say(format!(" {peer}"));
                    return Ok((TcpStream::new(End(conn, SERVER), descriptor), peer));
                }
            }
        }
    }
}

impl Drop for TcpListener {
    fn drop(&mut self) {
        walk::point();
        let reset = with(|system| system.close_listener());
        walk::say(None, || {
            format!("closes the listener; {reset} in the backlog are reset")
        });
    }
}

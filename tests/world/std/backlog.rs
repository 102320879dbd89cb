//! Clients that have connected, and wait to be accepted.

use crate::conn::Conn;
use crate::system::{Listening, System, with};
use orders::walk;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

/// The standard library asks for 128, and Linux allows one more.
const BACKLOG: usize = 129;

impl Listening {
    pub fn address(&self) -> Option<io::Result<SocketAddr>> {
        match self {
            Listening::NotYet => None,
            Listening::NoMore => Some(Err(ErrorKind::ConnectionRefused.into())),
            Listening::At(SocketAddr::V4(at)) => Some(Ok((Ipv4Addr::LOCALHOST, at.port()).into())),
            Listening::At(SocketAddr::V6(at)) => Some(Ok((Ipv6Addr::LOCALHOST, at.port()).into())),
        }
    }
}

impl System {
    /// Who has waited longest. One that has gone already may be an error.
    pub fn accept(&mut self) -> Option<io::Result<(usize, SocketAddr)>> {
        let number = self.backlog.pop_front()?;
        self.arrivals.changed(); // there is room
        let conn = &mut self.conns[number];
        if conn.is_reset() && self.plan.aborts {
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
            self.conns[*number].thing.changed();
        }
        self.backlog.drain(..).count()
    }

    fn free_place(&mut self, address: SocketAddr) -> Option<io::Result<usize>> {
        let serves = |at: SocketAddr| {
            let ip = at.ip() == address.ip() || at.ip().is_unspecified();
            ip && at.port() == address.port()
        };
        match self.listening {
            Listening::At(at) if serves(at) && self.backlog.len() < BACKLOG => {
                let number = self.conns.len();
                let port = 50_000 + number as u16;
                self.conns.push(Conn::new((address.ip(), port).into()));
                self.backlog.push_back(number);
                self.arrivals.changed();
                Some(Ok(number))
            }
            Listening::At(at) if serves(at) => None,
            _ => Some(Err(ErrorKind::ConnectionRefused.into())),
        }
    }
}

/// A connection that waits to be accepted. While the backlog is full, it waits for a place there.
#[track_caller]
pub fn connect(address: SocketAddr, limit: Option<Duration>) -> io::Result<usize> {
    loop {
        let (place, changed) =
            with(|system| (system.free_place(address), Arc::clone(&system.arrivals)));
        match place {
            Some(result) => return result,
            None if limit.is_some_and(|limit| walk::now() >= limit) => {
                return Err(ErrorKind::TimedOut.into());
            }
            None => _ = changed.wait(limit),
        }
    }
}

//! A listener, and its backlog.

use super::{SocketAddr, TcpStream};
use crate::conn::SERVER;
use crate::descriptors::Descriptor;
use crate::system::{Listening, with};
use orders::walk;
use std::io::{self, ErrorKind};
use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

pub struct TcpListener {
    address: SocketAddr,
    waits: AtomicBool,
    _descriptor: Descriptor,
}

impl TcpListener {
    pub fn bind(mut address: SocketAddr) -> io::Result<TcpListener> {
        if address.port() == 0 {
            address.set_port(40_000);
        }
        let _descriptor = Descriptor::new()?;
        with(|system| system.listening = Listening::At(address));
        let waits = AtomicBool::new(true);
        walk::say(None, || format!("listens at {address}"));
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
        self.waits.store(!on, SeqCst);
        Ok(())
    }

    /// As Linux does it: the descriptor comes first, and is taken while it waits.
    #[track_caller]
    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        walk::point();
        let place = Some(Location::caller());
        let descriptor = Descriptor::new().inspect_err(|_| {
            with(|system| system.short_since_last());
            walk::say(place, || "accepts: too many open files".to_string());
        })?;
        loop {
            let (next, changed) = with(|system| (system.accept(), Arc::clone(&system.arrivals)));
            match next {
                Some(Ok((conn, peer))) => {
                    walk::say(place, || format!("accepts {peer}"));
                    return Ok((TcpStream::new(conn, SERVER, descriptor), peer));
                }
                Some(Err(error)) => {
                    walk::say(place, || format!("accepts: {error}"));
                    return Err(error);
                }
                None if !self.waits.load(SeqCst) => {
                    walk::say(place, || "accepts: nobody is there".to_string());
                    return Err(ErrorKind::WouldBlock.into());
                }
                None => _ = changed.wait(None),
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

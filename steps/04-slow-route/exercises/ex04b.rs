//! Exercise 04b: one deadline for many reads.
//!
//! A timeout is for one read, and a client that drips begins a new read with each byte. The step's
//! `Until` has one deadline for all reads of a request. Write the same for a line, for anything whose
//! reads can be given a time limit; and what has come must not be lost when the time is over.
//!
//!     let mut received = Vec::new();
//!     let length = read_line(&mut &stream, Instant::now() + LIMIT, &mut received)?;
//!     let line: Vec<u8> = received.drain(..length).collect(); // the rest is for the next call
//!
//! Check it with: cargo test --test ex04b

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Something to read from, whose reads can be given a time limit.
pub trait Timed: Read {
    /// From now on each read waits no longer than this.
    ///
    /// # Errors
    /// For a timeout of zero, which would mean "never wait", or if the operating system refuses.
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()>;
}

impl Timed for &TcpStream {
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()> {
        self.set_read_timeout(Some(timeout))
    }
}

/// Reads until `received` has a line, and returns the first line's length with the CR LF at its end; a
/// CR or a LF alone ends no line. What is in `received` already counts, and if it has a line, nothing
/// is read and the deadline does not matter. What comes behind the line stays in it as well. An
/// interrupted read (`ErrorKind::Interrupted`) is tried again, however often. A read that waits as
/// long as it may fails with `TimedOut`, or on Unix with `WouldBlock`.
///
/// # Errors
/// `TimedOut` if there is no line by the deadline, `UnexpectedEof` if the client ends before there
/// is one, or else an error of the same kind as that of the read or of `set_timeout`. In each case
/// `received` keeps what has come.
pub fn read_line(
    source: &mut impl Timed,
    deadline: Instant,
    received: &mut Vec<u8>,
) -> io::Result<usize> {
    let _ = (source, deadline, received);
    todo!("read until a line has come, or the time is over")
}

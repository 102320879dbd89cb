//! Exercise 03c: how much has left?
//!
//! `write_all` sends all, or says why not. It does not say how far it came, and a log would like to
//! know: a client that is gone after the first byte is another story than one that is gone before
//! the last. Write a function that sends all, and tells how much has left if it cannot.
//!
//!     if let Err(cut) = send(&self.stream, &reply) {
//!         log::line(format!("{} after {} of {} bytes", cut.error, cut.written, reply.len()));
//!     }
//!
//! Check it with: cargo test --test ex03c

use std::io::{self, Write};

/// Why something was not sent as a whole, and how much of it was.
#[derive(Debug)]
pub struct Cut {
    pub written: usize,
    pub error: io::Error,
}

/// Writes all bytes, each once and in order, in as many writes as it takes. An interrupted write is
/// tried again (`ErrorKind::Interrupted`). After the last byte nothing more is asked of `to`, and it
/// is never flushed: that is for the caller.
///
/// # Errors
/// The first other error of a write; or one of the kind `WriteZero`, if a write takes no byte.
pub fn send(to: impl Write, bytes: &[u8]) -> Result<(), Cut> {
    let _ = (to, bytes);
    todo!("write until all has left")
}

//! Exercise 01c: a greeting through a shared reference.
//!
//! `greet` of the step takes the stream, and so the connection ends with it. This one only borrows it:
//! it says hello, and whoever owns the stream goes on with it.
//!
//!     greet(&stream, "Ada")?; // sends "Hello, Ada", CR, LF
//!     serve(stream, peer); // still ours to give away
//!
//! Check it with: cargo test --test ex01c

use std::io;
use std::net::TcpStream;

/// Sends `Hello, `, the name as it is, and a line end of CR and LF. Only if all of it has been handed
/// to the operating system it says `Ok`. The stream's settings are left alone.
///
/// # Errors
/// The operating system's, as it came. If a stream that does not wait has had no room in between, what
/// has been sent is not specified.
pub fn greet(stream: &TcpStream, name: &str) -> io::Result<()> {
    let _ = (stream, name);
    todo!("send the greeting")
}

//! Exercise 01a: the first free port of a range.
//!
//! A port that is in use ends our server. A program for the desk may rather take the next one. Write a
//! function that tries one port after the other, and gives its caller the first listener that it gets.
//!
//!     let listener = first_free(7878..=7888, |port| TcpListener::bind(("127.0.0.1", port)))?;
//!
//! `bind` is an argument, so that a check can say what the operating system answers, and so that the
//! function works for every kind of listener. Call it as you would call `TcpListener::bind`.
//!
//! Check it with: cargo test --test ex01a

use std::io;
use std::ops::RangeInclusive;

/// Binds the first port of the range that is not in use.
///
/// # Errors
/// `AddrInUse`, if every port of the range is in use. `InvalidInput`, if the range is empty. Any other
/// error of `bind` as it came, and at once: it would be the same with the next port, or worse.
pub fn first_free<L>(
    ports: RangeInclusive<u16>,
    bind: impl FnMut(u16) -> io::Result<L>,
) -> io::Result<L> {
    let _ = (ports, bind);
    todo!("try one port after the other")
}

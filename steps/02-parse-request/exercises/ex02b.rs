//! Exercise 02b: a head, and not a byte too much.
//!
//! The step throws away what comes after the head. Who wants to read a body may not: its first bytes
//! often come together with the head. Here the caller owns a reader with a buffer and lends it. Take
//! the head out of it, and leave the rest where it is.
//!
//!     let mut reader = BufReader::new(&stream);
//!     let head = read_head(&mut reader, 8192)?;
//!     reader.read_exact(&mut body)?; // from its first byte
//!
//! Check it with: cargo test --test ex02b

use std::io::{self, BufRead};

/// Why no head was read.
#[derive(Debug)]
pub enum HeadError {
    /// The client closed its side before the blank line, or without a word.
    Closed,
    /// There was no blank line within the limit. Whether more comes then does not matter.
    TooLong,
    /// The operating system's error.
    Io(io::Error),
}

/// Takes a head from the reader: all up to the first CR LF CR LF, and these four bytes. It may be
/// `limit` bytes long. What comes after it stays in the reader.
///
/// However much a client sends, no more of it is kept than `limit` bytes and what the buffer of the
/// reader holds. A read that was interrupted (`ErrorKind::Interrupted`) is tried again.
///
/// # Errors
/// Why there is no head. How much has been taken from the reader then is not specified.
pub fn read_head(reader: &mut impl BufRead, limit: usize) -> Result<Vec<u8>, HeadError> {
    let _ = (reader, limit);
    todo!("take the head out of the reader")
}

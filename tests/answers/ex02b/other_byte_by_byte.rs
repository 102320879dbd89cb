use std::io::{self, BufRead, Read};

/// Why no head was read.
#[derive(Debug)]
pub enum HeadError {
    /// The client closed its side before the blank line, or without a word.
    Closed,
    /// There was no blank line within the limit.
    TooLong,
    /// The operating system's error.
    Io(io::Error),
}

/// Takes a head from the reader, one byte after the other.
pub fn read_head(reader: &mut impl BufRead, limit: usize) -> Result<Vec<u8>, HeadError> {
    let mut head = Vec::new();
    for byte in reader.bytes().take(limit) {
        head.push(byte.map_err(HeadError::Io)?);
        if head.ends_with(b"\r\n\r\n") {
            return Ok(head);
        }
    }
    if head.len() == limit {
        Err(HeadError::TooLong)
    } else {
        Err(HeadError::Closed)
    }
}

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

/// Takes a head from the reader, and counts how much of a blank line has come.
pub fn read_head(reader: &mut impl BufRead, limit: usize) -> Result<Vec<u8>, HeadError> {
    let mut head = Vec::new();
    let mut matched = 0;
    for byte in reader.bytes().take(limit) {
        let byte = byte.map_err(HeadError::Io)?;
        head.push(byte);
        matched = match (matched, byte) {
            (0 | 2, b'\r') | (1 | 3, b'\n') => matched + 1,
            _ => 0,
        };
        if matched == 4 {
            return Ok(head);
        }
    }
    if head.len() == limit {
        Err(HeadError::TooLong)
    } else {
        Err(HeadError::Closed)
    }
}

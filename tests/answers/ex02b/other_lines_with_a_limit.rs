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

/// Takes a head from the reader, line by line, and never more than there is room for.
pub fn read_head(reader: &mut impl BufRead, limit: usize) -> Result<Vec<u8>, HeadError> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let room = limit - head.len();
        if room == 0 {
            return Err(HeadError::TooLong);
        }
        let mut reader = reader.take(room as u64);
        match reader.read_until(b'\n', &mut head) {
            Ok(0) => return Err(HeadError::Closed),
            Ok(_) => {}
            Err(error) => return Err(HeadError::Io(error)),
        }
    }
    Ok(head)
}

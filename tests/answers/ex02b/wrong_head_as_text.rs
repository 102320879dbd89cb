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

/// Takes a head from the reader, and leaves the rest where it is.
pub fn read_head(reader: &mut impl BufRead, limit: usize) -> Result<Vec<u8>, HeadError> {
    let mut head = String::new();
    let mut limited = reader.by_ref().take(limit as u64);
    loop {
        let before = head.len();
        match limited.read_line(&mut head) {
            Err(error) => return Err(HeadError::Io(error)),
            Ok(_) if head.ends_with("\r\n\r\n") => return Ok(head.into_bytes()),
            Ok(0) if before < limit => return Err(HeadError::Closed),
            Ok(_) if head.len() == limit => return Err(HeadError::TooLong),
            Ok(_) => {}
        }
    }
}

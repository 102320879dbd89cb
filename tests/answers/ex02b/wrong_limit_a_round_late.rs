use std::io::{self, BufRead, ErrorKind};

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
    let mut head: Vec<u8> = Vec::new();
    loop {
        if head.len() > limit {
            return Err(HeadError::TooLong);
        }
        let before = head.len();
        match reader.fill_buf() {
            Ok([]) => return Err(HeadError::Closed),
            Ok(piece) => head.extend(piece.iter().take(limit + 1 - before)),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(HeadError::Io(error)),
        }
        let end = head
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .map(|at| at + 4);
        if let Some(end) = end {
            head.truncate(end);
        }
        reader.consume(head.len() - before);
        if end.is_some_and(|end| end <= limit) {
            return Ok(head);
        }
    }
}

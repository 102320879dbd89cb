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
    let mut head = Vec::new();
    while head.len() < limit {
        let piece = match reader.fill_buf() {
            Ok([]) => return Err(HeadError::Closed),
            Ok(piece) => piece,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(HeadError::Io(error)),
        };
        let before = head.len();
        let room = limit - before;
        head.extend(piece.iter().take(room));
        let end = head.windows(4).position(|bytes| bytes == b"\r\n\r\n");
        head.truncate(end.map_or(head.len(), |at| at + 4));
        reader.consume(head.len() - before);
        if end.is_some() {
            return Ok(head);
        }
    }
    Err(HeadError::TooLong)
}

use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Something to read from, whose reads can be given a time limit.
pub trait Timed: Read {
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()>;
}

impl Timed for &TcpStream {
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()> {
        self.set_read_timeout(Some(timeout))
    }
}

/// A source with one deadline for all reads together.
struct Until<'a, S> {
    source: &'a mut S,
    deadline: Instant,
}

impl<S: Timed> Read for Until<'_, S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let late = || io::Error::from(ErrorKind::TimedOut);
        let left = self.deadline.checked_duration_since(Instant::now());
        let left = left.filter(|left| !left.is_zero()).ok_or_else(late)?;
        self.source.set_timeout(left)?;
        match self.source.read(buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(late()),
            result => result,
        }
    }
}

/// Byte by byte, so nothing behind the line is read. `read_exact` tries again after an interruption,
/// and returns `UnexpectedEof` at the end.
pub fn read_line(
    source: &mut impl Timed,
    deadline: Instant,
    received: &mut Vec<u8>,
) -> io::Result<usize> {
    let line_end = received.windows(2).position(|pair| pair == b"\r\n");
    if let Some(at) = line_end {
        return Ok(at + 2);
    }
    let mut until = Until { source, deadline };
    while !received.ends_with(b"\r\n") {
        let mut byte = [0];
        until.read_exact(&mut byte)?;
        received.extend(byte);
    }
    Ok(received.len())
}

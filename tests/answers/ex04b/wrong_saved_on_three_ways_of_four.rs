use std::io::{self, ErrorKind, Read};
use std::mem;
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

pub fn read_line(
    source: &mut impl Timed,
    deadline: Instant,
    received: &mut Vec<u8>,
) -> io::Result<usize> {
    let mut line = mem::take(received);
    loop {
        if let Some(at) = line.windows(2).position(|pair| pair == b"\r\n") {
            *received = line;
            return Ok(at + 2);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            *received = line;
            return Err(ErrorKind::TimedOut.into());
        }
        source.set_timeout(left)?;
        let mut chunk = [0; 1024];
        match source.read(&mut chunk) {
            Ok(0) => {
                *received = line;
                return Err(ErrorKind::UnexpectedEof.into());
            }
            Ok(count) => line.extend(chunk.iter().take(count)),
            Err(error) => match error.kind() {
                ErrorKind::Interrupted => {}
                ErrorKind::WouldBlock | ErrorKind::TimedOut => {
                    *received = line;
                    return Err(ErrorKind::TimedOut.into());
                }
                _ => return Err(error),
            },
        }
    }
}

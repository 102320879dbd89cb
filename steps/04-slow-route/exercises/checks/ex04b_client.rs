//! A client that sends what it is told to, and keeps account of the time that it is given.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};
use std::thread;
use std::time::{Duration, Instant};

use super::super::exercise::Timed;

/// What one read finds.
#[derive(Clone, Copy)]
pub enum Next {
    Text(&'static str),
    Fails(ErrorKind),
}
use Next::{Fails, Text};

/// Sends one piece after the other, and then ends; or drips without end.
pub struct Client {
    pieces: VecDeque<Next>,
    drips: bool,
    deadline: Instant,
    timeout: Option<Duration>,
    /// When the last read was over.
    since: Instant,
    /// A read that was allowed to wait beyond the deadline, and how.
    pub too_long: Option<String>,
    reads: usize,
}

impl Client {
    pub fn sends(pieces: &[Next]) -> Client {
        Client {
            pieces: pieces.iter().copied().collect(),
            drips: false,
            deadline: Instant::now(),
            timeout: None,
            since: Instant::now(),
            too_long: None,
            reads: 0,
        }
    }

    /// Sends a byte each millisecond, until somebody lets it go.
    pub fn drips(deadline: Instant) -> Client {
        let mut client = Client::sends(&[]);
        // Somebody has used it before, and was more patient.
        let _ = client.set_timeout(Duration::from_secs(60));
        Client {
            drips: true,
            deadline,
            ..client
        }
    }

    /// What nobody has read.
    pub fn rest(&self) -> String {
        let texts = self.pieces.iter().map(|piece| match piece {
            Text(text) => *text,
            Fails(_) => "",
        });
        texts.collect()
    }

    /// Time does not stand still. So a limit that is not newly reckoned is longer than what is left.
    fn drip(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.deadline.saturating_duration_since(self.since);
        if self.timeout.is_none_or(|timeout| timeout > left) {
            let (left, given) = (left, self.timeout);
            self.too_long = Some(format!(
                "{left:?} were left, and a read was given {given:?}"
            ));
            return Err(ErrorKind::Other.into());
        }
        thread::sleep(Duration::from_millis(1));
        self.since = Instant::now();
        (&b"a"[..]).read(buffer)
    }
}

impl Read for Client {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        assert!(self.reads < 10_000, "it reads again and again");
        if self.drips {
            return self.drip(buffer);
        }
        match self.pieces.pop_front() {
            None => Ok(0),
            Some(Fails(kind)) => Err(kind.into()),
            Some(Text(text)) => {
                let count = text.len().min(buffer.len());
                let (now, later) = text.split_at(count);
                if !later.is_empty() {
                    self.pieces.push_front(Text(later));
                }
                now.as_bytes().read(buffer)
            }
        }
    }
}

impl Timed for Client {
    /// As `TcpStream` does it.
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()> {
        if timeout.is_zero() {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.timeout = Some(timeout);
        Ok(())
    }
}

//! A client that sends what it is told to, and keeps account of the time that it is given.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};
use std::thread;
use std::time::{Duration, Instant};

use super::super::exercise::Timed;

/// What one read finds.
#[derive(Clone, Copy)]
pub enum Next {
    Bytes(&'static [u8]),
    Fails(ErrorKind),
    /// Nothing comes until the deadline, and then the read fails.
    Late(ErrorKind),
}
use Next::{Bytes, Fails, Late};

/// Sends one piece after the other, and then ends; or sends the same without end.
pub struct Client {
    pieces: VecDeque<Next>,
    without_end: Option<Next>,
    deadline: Instant,
    timeout: Option<Duration>,
    /// When the last read was over.
    since: Instant,
    /// A read that was allowed to wait beyond the deadline, and how.
    pub too_long: Option<String>,
    pub reads: usize,
    /// How many bytes have been read.
    pub sent: usize,
    pub was_late: bool,
    /// What `set_timeout` says.
    refuses: Option<ErrorKind>,
}

impl Client {
    pub fn sends(pieces: &[Next]) -> Client {
        Client {
            pieces: pieces.iter().copied().collect(),
            without_end: None,
            deadline: Instant::now(),
            timeout: None,
            since: Instant::now(),
            too_long: None,
            reads: 0,
            sent: 0,
            was_late: false,
            refuses: None,
        }
    }

    pub fn until(self, deadline: Instant) -> Client {
        Client { deadline, ..self }
    }

    pub fn refusing(self, kind: ErrorKind) -> Client {
        let refuses = Some(kind);
        Client { refuses, ..self }
    }

    /// Sends a byte each millisecond, until somebody lets it go.
    pub fn drips(deadline: Instant) -> Client {
        Client::without_end(Bytes(b"a"), deadline)
    }

    /// Finds the same each millisecond, until somebody lets it go.
    pub fn without_end(next: Next, deadline: Instant) -> Client {
        let mut client = Client::sends(&[]).until(deadline);
        // Somebody has used it before, and was more patient.
        let _ = client.set_timeout(Duration::from_secs(60));
        client.without_end = Some(next);
        client
    }

    /// What nobody has read.
    pub fn rest(&self) -> String {
        let texts = self.pieces.iter().map(|piece| match piece {
            Bytes(bytes) => String::from_utf8_lossy(bytes),
            Fails(_) | Late(_) => "".into(),
        });
        texts.collect()
    }

    /// Time does not stand still. So a limit that is not newly reckoned is longer than what is left.
    fn after_a_while(&mut self) -> io::Result<()> {
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
        Ok(())
    }
}

impl Read for Client {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        assert!(self.reads < 50_000, "it reads again and again");
        if let Some(next) = self.without_end {
            self.after_a_while()?;
            self.pieces = [next].into();
        }
        match self.pieces.pop_front() {
            None => Ok(0),
            Some(Fails(kind)) => Err(kind.into()),
            Some(Late(kind)) => {
                thread::sleep(self.deadline.saturating_duration_since(Instant::now()));
                self.was_late = true;
                Err(kind.into())
            }
            Some(Bytes(mut bytes)) => {
                let count = bytes.read(buffer)?;
                if !bytes.is_empty() {
                    self.pieces.push_front(Bytes(bytes));
                }
                self.sent += count;
                Ok(count)
            }
        }
    }
}

impl Timed for Client {
    /// As `TcpStream` does it.
    fn set_timeout(&mut self, timeout: Duration) -> io::Result<()> {
        if let Some(kind) = self.refuses {
            return Err(kind.into());
        }
        if timeout.is_zero() {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.timeout = Some(timeout);
        Ok(())
    }
}

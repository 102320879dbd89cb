//! A client that sends what it is told to, and keeps account of the time that it is given.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};
use std::mem;
use std::thread;
use std::time::{Duration, Instant};

use super::super::exercise::{Timed, read_line};

/// What one read finds.
#[derive(Clone, Copy)]
pub enum Next {
    Bytes(&'static [u8]),
    Fails(ErrorKind),
    /// Nothing comes until the deadline, and then the read fails.
    Late(ErrorKind),
}
use Next::{Bytes, Fails, Late};

/// Further away than any check takes.
const LONG: Duration = Duration::from_secs(60);

/// Sends one piece after the other, and then ends; or sends the same without end.
pub struct Client {
    pub received: Vec<u8>,
    pub deadline: Instant,
    /// A read that was allowed to wait beyond the deadline, and how.
    pub too_long: Option<String>,
    pub reads: usize,
    pub sent: usize, // in bytes, as far as they have been read
    pub was_late: bool,
    pub refuses: Option<ErrorKind>, // what `set_timeout` says
    pieces: VecDeque<Next>,
    without_end: Option<Next>,
    timeout: Duration,
    since: Instant, // when the last read was over
}

impl Client {
    pub fn sends(pieces: &[Next]) -> Client {
        Client {
            received: Vec::new(),
            deadline: Instant::now() + LONG,
            too_long: None,
            reads: 0,
            sent: 0,
            was_late: false,
            refuses: None,
            pieces: pieces.iter().copied().collect(),
            without_end: None,
            timeout: LONG,
            since: Instant::now(),
        }
    }

    pub fn having(self, received: &[u8]) -> Client {
        let received = received.to_vec();
        Client { received, ..self }
    }

    pub fn until(self, deadline: Instant) -> Client {
        Client { deadline, ..self }
    }

    /// Finds the same each millisecond, until somebody lets it go: for so long.
    pub fn without_end(next: Next, time: Duration) -> Client {
        let mut client = Client::sends(&[]).until(Instant::now() + time);
        let _ = client.set_timeout(LONG); // somebody has used it before, and was patient
        client.without_end = Some(next);
        client
    }

    /// What comes of `read_line`, in a form that can be compared.
    pub fn read(&mut self) -> Result<usize, ErrorKind> {
        let mut received = mem::take(&mut self.received);
        let came = read_line(self, self.deadline, &mut received);
        self.received = received;
        came.map_err(|error| error.kind())
    }

    pub fn received(&self) -> String {
        String::from_utf8_lossy(&self.received).into_owned()
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
        let given = self.timeout;
        if given > left {
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
        self.timeout = timeout;
        let is_zero = timeout.is_zero().then_some(ErrorKind::InvalidInput);
        self.refuses
            .or(is_zero)
            .map_or(Ok(()), |kind| Err(kind.into()))
    }
}

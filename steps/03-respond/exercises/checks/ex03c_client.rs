//! A client that takes what it is told to.

use std::io::{self, ErrorKind, Write};

/// More calls than any answer needs.
const MANY: usize = 1_000;

/// What each of its errors says.
pub const WORDS: &str = "the client has gone";

/// Answers each write with the next answer, and for ever with the last. It is gone when it has
/// received as much as it wants.
pub struct Client {
    answers: Vec<Result<usize, ErrorKind>>,
    wants: usize,
    pub calls: usize,
    pub flushes: usize,
    pub received: Vec<u8>,
}

impl Write for &mut Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(self.calls < MANY, "it writes again and again, {MANY} times");
        let answer = self.answers.get(self.calls).or(self.answers.last());
        self.calls += 1;
        self.is_here()?;
        let most = answer.copied().unwrap_or(Ok(0));
        // With words of its own: an error is more than its kind.
        let most = most.map_err(|kind| io::Error::new(kind, WORDS))?;
        let taken = bytes.iter().take(most);
        self.received.extend(taken.clone());
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushes += 1;
        self.is_here()
    }
}

impl Client {
    fn is_here(&self) -> io::Result<()> {
        if self.received.len() < self.wants {
            return Ok(());
        }
        Err(io::Error::new(ErrorKind::ConnectionReset, WORDS))
    }
}

/// Takes, or says, what is in `answers`.
pub fn client(answers: &[Result<usize, ErrorKind>]) -> Client {
    Client {
        answers: answers.to_vec(),
        wants: usize::MAX,
        calls: 0,
        flushes: 0,
        received: Vec::new(),
    }
}

/// The same, and it is gone after so many bytes.
pub fn client_that_wants(wants: usize, answers: &[Result<usize, ErrorKind>]) -> Client {
    Client {
        wants,
        ..client(answers)
    }
}

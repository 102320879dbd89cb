//! A client that takes what it is told to.

use std::io::{self, ErrorKind, Write};

/// What each of its errors says.
pub const WORDS: &str = "the client has gone";

pub type Answer = Result<usize, ErrorKind>;

/// Answers each write with the next answer, and for ever with the last. It is gone when it has
/// received as much as it wants.
#[derive(Default)]
pub struct Client {
    answers: Vec<Answer>,
    pub wants: Option<usize>,
    pub calls: usize,
    pub flushes: usize,
    pub received: String,
}

impl Write for &mut Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // More calls than any answer needs.
        assert!(self.calls < 1000, "it writes again and again, 1000 times");
        let answer = self.answers.get(self.calls).or(self.answers.last());
        self.calls += 1;
        self.is_here()?;
        let most = answer.copied().unwrap_or(Ok(0)).map_err(gone)?;
        let taken = bytes.get(..most).unwrap_or(bytes);
        self.received += &String::from_utf8_lossy(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushes += 1;
        self.is_here()
    }
}

impl Client {
    fn is_here(&self) -> io::Result<()> {
        match self.wants.is_some_and(|wants| wants <= self.received.len()) {
            true => Err(gone(ErrorKind::ConnectionReset)),
            false => Ok(()),
        }
    }
}

/// With words of its own: an error is more than its kind.
fn gone(kind: ErrorKind) -> io::Error {
    io::Error::new(kind, WORDS)
}

/// Takes, or says, what is in each part of `answers`.
pub fn client(answers: &[&[Answer]]) -> Client {
    Client {
        answers: answers.concat(),
        ..Client::default()
    }
}

//! A client that takes what it is told to.

use std::io::{self, ErrorKind, Write};

/// What each of its errors says.
pub const WORDS: &str = "the client has gone";

pub type Answer = Result<usize, ErrorKind>;

/// Answers each write with the next answer, and for ever with the last.
#[derive(Default)]
pub struct Client {
    answers: Vec<Answer>,
    pub calls: usize,
    pub flushes: usize,
    pub received: Vec<u8>,
}

impl Write for &mut Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // More calls than any answer needs.
        assert!(self.calls < 1000, "it writes again and again, 1000 times");
        let answer = self.answers.get(self.calls).or(self.answers.last());
        self.calls += 1;
        // With words of its own: an error is more than its kind.
        let gone = |kind| io::Error::new(kind, WORDS);
        let most = answer.copied().unwrap_or(Ok(0)).map_err(gone)?;
        let taken = bytes.iter().take(most);
        self.received.extend(taken.clone());
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushes += 1;
        Err(io::Error::new(ErrorKind::ConnectionReset, WORDS))
    }
}

/// Takes, or says, what is in each part of `answers`.
pub fn client(answers: &[&[Answer]]) -> Client {
    Client {
        answers: answers.concat(),
        ..Client::default()
    }
}

//! A client of exercise 06c that does what stands in its script.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::rc::Rc;

use super::super::exercise::Connection;

/// How often somebody may read in vain until the client is tired of it.
pub const TIRED: usize = 100;

/// How often a client is read from that sends without end.
pub const ENOUGH: usize = 10_000;

/// What happens when all has been read.
#[derive(Clone, Copy, PartialEq)]
pub enum Then {
    /// The client is silent. It may say something later.
    Silence,
    /// The client closes its side.
    End,
    /// The client sends the same request again and again.
    Endless,
}

/// The server's end of a connection. Its copies are the same one.
#[derive(Clone)]
pub struct Client(Rc<RefCell<State>>);

pub struct State {
    script: VecDeque<Result<Vec<u8>, ErrorKind>>,
    then: Then,
    replies: String,
    in_vain: usize,
    reads: usize,
    takes: usize,
}

impl Client {
    /// Each chunk comes with one read.
    pub fn new(chunks: &[&str], then: Then) -> Client {
        let script = chunks.iter().map(|chunk| Ok(chunk.as_bytes().to_vec()));
        Client(Rc::new(RefCell::new(State {
            script: script.collect(),
            then,
            replies: String::new(),
            in_vain: 0,
            reads: 0,
            takes: usize::MAX,
        })))
    }

    /// Takes so many bytes with each write. If it takes none, its buffer is full.
    pub fn takes(self, count: usize) -> Client {
        self.0.borrow_mut().takes = count;
        self
    }

    pub fn connection(&self) -> Connection<Client> {
        Connection::new(self.clone())
    }

    pub fn say(&self, chunk: impl AsRef<[u8]>) {
        let chunk = Ok(chunk.as_ref().to_vec());
        self.0.borrow_mut().script.push_back(chunk);
    }

    /// How many chunks nobody has read yet.
    pub fn unread(&self) -> usize {
        self.0.borrow().script.len()
    }

    /// One read fails.
    pub fn fail(&self, how: ErrorKind) {
        self.0.borrow_mut().script.push_back(Err(how));
    }

    pub fn is_tired(&self) -> bool {
        self.0.borrow().reads >= ENOUGH
    }

    pub fn replies(&self) -> String {
        self.0.borrow().replies.clone()
    }

    /// How often there was nothing to read.
    pub fn in_vain(&self) -> usize {
        self.0.borrow().in_vain
    }

    pub fn is_readable(&self) -> bool {
        let state = self.0.borrow();
        !state.script.is_empty() || state.then != Then::Silence
    }
}

impl Read for Client {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        state.reads += 1;
        if state.then == Then::Endless && state.script.is_empty() && state.reads < ENOUGH {
            state.script.push_back(Ok(get("/1").into_bytes()));
        }
        if let Some(next) = state.script.pop_front() {
            let mut now = next?;
            let later = now.split_off(buffer.len().min(now.len()));
            buffer
                .iter_mut()
                .zip(&now)
                .for_each(|(to, from)| *to = *from);
            if !later.is_empty() {
                state.script.push_front(Ok(later));
            }
            return Ok(now.len());
        }
        state.in_vain += 1;
        match state.then {
            _ if state.in_vain >= TIRED => Err(ErrorKind::ConnectionReset.into()),
            Then::Silence => Err(ErrorKind::WouldBlock.into()),
            Then::End => Ok(0),
            Then::Endless => Err(ErrorKind::ConnectionReset.into()),
        }
    }
}

impl Write for Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        let (taken, _) = bytes.split_at(bytes.len().min(state.takes));
        if taken.is_empty() && !bytes.is_empty() {
            state.in_vain += 1;
            let kind = match state.in_vain {
                TIRED.. => ErrorKind::BrokenPipe,
                _ => ErrorKind::WouldBlock,
            };
            return Err(kind.into());
        }
        state.replies.push_str(&String::from_utf8_lossy(taken));
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")
}

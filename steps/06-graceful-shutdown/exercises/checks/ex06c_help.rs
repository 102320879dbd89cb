//! A client of exercise 06c that does what stands in its script.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::rc::Rc;

use super::super::exercise::{Connection, Turn};

/// How often somebody may read in vain until the client is tired of it.
const TIRED: usize = 100;

/// What happens when all has been read.
#[derive(Clone, Copy, PartialEq)]
pub enum Then {
    /// The client is silent. It may say something later.
    Silence,
    /// The client closes its side.
    End,
}

/// The server's end of a connection. Its copies are the same one.
#[derive(Clone)]
pub struct Client(Rc<RefCell<State>>);

pub struct State {
    chunks: VecDeque<String>,
    then: Then,
    replies: String,
    in_vain: usize,
}

impl Client {
    /// Each chunk comes with one read.
    pub fn new(chunks: &[&str], then: Then) -> Client {
        Client(Rc::new(RefCell::new(State {
            chunks: chunks.iter().map(ToString::to_string).collect(),
            then,
            replies: String::new(),
            in_vain: 0,
        })))
    }

    pub fn connection(&self) -> Connection<Client> {
        Connection::new(self.clone())
    }

    pub fn say(&self, chunk: &str) {
        self.0.borrow_mut().chunks.push_back(chunk.to_string());
    }

    pub fn replies(&self) -> String {
        self.0.borrow().replies.clone()
    }

    /// How often there was nothing to read.
    pub fn in_vain(&self) -> usize {
        self.0.borrow().in_vain
    }

    fn is_readable(&self) -> bool {
        let state = self.0.borrow();
        !state.chunks.is_empty() || state.then == Then::End
    }
}

impl Read for Client {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        if let Some(chunk) = state.chunks.pop_front() {
            let (now, later) = chunk.split_at_checked(buffer.len()).unwrap_or((&chunk, ""));
            buffer
                .iter_mut()
                .zip(now.bytes())
                .for_each(|(to, from)| *to = from);
            if !later.is_empty() {
                state.chunks.push_front(later.to_string());
            }
            return Ok(now.len());
        }
        state.in_vain += 1;
        match state.then {
            _ if state.in_vain >= TIRED => Err(ErrorKind::ConnectionReset.into()),
            Then::Silence => Err(ErrorKind::WouldBlock.into()),
            Then::End => Ok(0),
        }
    }
}

impl Write for Client {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.0.borrow_mut();
        state.replies.push_str(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The target, and the body in parentheses.
pub fn answer(head: &[u8], body: &[u8]) -> Vec<u8> {
    let head = String::from_utf8_lossy(head).to_string();
    let target = head.split(' ').nth(1).unwrap_or_default();
    format!("{target}({})", String::from_utf8_lossy(body)).into_bytes()
}

/// What a worker and a waiting room do with one connection, until it has gone or waits for bytes.
pub fn attend(mut connection: Connection<Client>, client: &Client) -> Option<Connection<Client>> {
    for _ in 0..TIRED {
        connection = match connection.serve(&answer) {
            Turn::Again(connection) => connection,
            Turn::Idle(connection) if client.is_readable() => connection,
            Turn::Idle(connection) => return Some(connection),
            Turn::Closed => return None,
        };
    }
    Some(connection)
}

pub fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")
}

//! A client of exercise 06c, and the server that has only this one.

use std::cell::{Ref, RefCell};
use std::collections::VecDeque;
use std::io::ErrorKind;
use std::rc::Rc;

use trial::{Outcome, equal};

use super::super::exercise::{Connection, Turn};
use super::stream::{State, Stream, TIRED};

pub struct Client {
    pub state: Rc<RefCell<State>>,
    connection: Option<Connection<Stream>>,
    /// The heads and bodies for which there was to be an answer.
    pub asked: RefCell<Vec<(Vec<u8>, Vec<u8>)>>,
}

impl Client {
    pub fn new(chunks: &[&str]) -> Client {
        let state = Rc::new(RefCell::new(State {
            script: VecDeque::new(),
            ends: false,
            replies: String::new(),
            in_vain: 0,
            takes: usize::MAX,
        }));
        let client = Client {
            connection: Some(Connection::new(Stream(Rc::clone(&state)))),
            state,
            asked: RefCell::default(),
        };
        chunks.iter().for_each(|chunk| client.say(chunk));
        client
    }

    pub fn ends(self) -> Client {
        self.state.borrow_mut().ends = true;
        self
    }

    pub fn say(&self, chunk: impl AsRef<[u8]>) {
        let chunk = Ok(chunk.as_ref().to_vec());
        self.state.borrow_mut().script.push_back(chunk);
    }

    /// One read fails.
    pub fn fail(&self, how: ErrorKind) {
        self.state.borrow_mut().script.push_back(Err(how));
    }

    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    pub fn replies(&self) -> String {
        self.state().replies.clone()
    }

    pub fn is_closed(&self) -> bool {
        self.connection.is_none()
    }

    /// What is made of one `serve`. An answer is the target, and the body in parentheses.
    pub fn serve(&mut self) -> &'static str {
        let answer = |head: &[u8], body: &[u8]| {
            self.asked.borrow_mut().push((head.to_vec(), body.to_vec()));
            let [head, body] = [head, body].map(String::from_utf8_lossy);
            let target = head.split(' ').nth(1).unwrap_or_default();
            format!("{target}({body})").into_bytes()
        };
        let turn = self
            .connection
            .take()
            .map(|connection| connection.serve(&answer));
        let (turn, connection) = match turn {
            Some(Turn::Again(connection)) => ("Again", Some(connection)),
            Some(Turn::Idle(connection)) => ("Idle", Some(connection)),
            Some(Turn::Closed) | None => ("Closed", None),
        };
        self.connection = connection;
        turn
    }

    /// So many turns, if each is `Again`, and `goes_on`. The last one.
    pub fn turns(&mut self, count: usize, goes_on: impl Fn(&Client) -> bool) -> &'static str {
        let mut turn = "Again";
        for _ in 0..count {
            if turn == "Again" && goes_on(self) {
                turn = self.serve();
            }
        }
        turn
    }

    /// What a worker and a waiting room make of it, until it has gone or waits for bytes: all replies.
    pub fn attended(&mut self) -> String {
        for _ in 0..TIRED {
            let turn = self.serve();
            let is_readable = !self.state().script.is_empty() || self.state().ends;
            if turn == "Closed" || turn == "Idle" && !is_readable {
                break;
            }
        }
        self.replies()
    }

    pub fn gets(&mut self, expected: &str, what: &str, look: &str) -> Outcome {
        equal(what, self.attended(), expected.to_string(), look)
    }
}

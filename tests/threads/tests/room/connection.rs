//! A client without a socket, for the waiting room.

use std::fmt::Display;
use std::mem;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use crate::ThreadPool;
// Not a part of the order: what the test notes down must not give the turn to another thread.
use orders::real::sync::atomic::{AtomicBool, Ordering::SeqCst};
use orders::real::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub type Door = Sender<Option<Connection>>;

/// All clients of an order, and what became of them.
pub struct Crowd {
    seen: Arc<Mutex<Seen>>,
    here: Option<Sender<()>>,
    nobody_is_here: Receiver<()>,
}

#[derive(Clone, Default)]
pub struct Seen {
    pub came: Vec<usize>,
    pub queued: Vec<usize>,
    /// Who was let go, why, and who was waiting then.
    pub let_go: Vec<(usize, String, Vec<usize>)>,
    /// Who was asked in this round and is not ready, and whether the round is over.
    waiting: Vec<usize>,
    is_over: bool,
}

pub struct Connection {
    number: usize,
    pub moved: Instant,
    ready: Arc<AtomicBool>,
    /// Where it goes after its job, if it is not the end.
    door: Door,
    comes_back: bool,
    seen: Arc<Mutex<Seen>>,
    /// Only held, for the end.
    _here: Sender<()>,
}

impl Crowd {
    pub fn new() -> Crowd {
        let (here, nobody_is_here) = mpsc::channel();
        let (seen, here) = (Arc::default(), Some(here));
        Crowd {
            seen,
            here,
            nobody_is_here,
        }
    }

    /// A client goes through the door. It is ready as soon as the flag says so.
    pub fn comes(&self, number: usize, comes_back: bool, door: &Door) -> Arc<AtomicBool> {
        let ready = Arc::<AtomicBool>::default();
        lock(&self.seen).came.push(number);
        let client = Connection {
            number,
            moved: Instant::now(),
            ready: Arc::clone(&ready),
            door: door.clone(),
            comes_back,
            seen: Arc::clone(&self.seen),
            _here: self.here.clone().expect("it is not the end yet"),
        };
        let sent = door.send(Some(client));
        assert!(sent.is_ok(), "nobody is behind the door");
        ready
    }

    /// Whom the room has let go so far, and why.
    pub fn let_go(&self) -> Vec<(usize, String)> {
        let seen = lock(&self.seen);
        let each = seen.let_go.iter();
        each.map(|(number, why, _)| (*number, why.clone()))
            .collect()
    }

    /// What has become of them, when the last one has left.
    pub fn end(mut self) -> Seen {
        self.here = None;
        let _ = self.nobody_is_here.recv();
        lock(&self.seen).clone()
    }
}

impl Connection {
    pub fn is_ready(&self) -> bool {
        let is_ready = self.ready.load(SeqCst);
        let mut seen = lock(&self.seen);
        // The first who still waits is the first to be asked again, in the next round.
        if mem::take(&mut seen.is_over) || seen.waiting.first() == Some(&self.number) {
            seen.waiting.clear();
        }
        if !is_ready {
            seen.waiting.push(self.number);
        }
        is_ready
    }

    pub fn queue(self, pool: &ThreadPool) {
        lock(&self.seen).queued.push(self.number);
        pool.execute(move || self.serve());
    }

    pub fn let_go(self, why: impl Display) {
        let mut seen = lock(&self.seen);
        let waiting = seen.waiting.clone();
        seen.let_go.push((self.number, why.to_string(), waiting));
        seen.is_over = true;
    }

    /// Whoever comes back is counted as another one.
    fn serve(mut self) {
        if mem::take(&mut self.comes_back) {
            self.number += 10;
            lock(&self.seen).came.push(self.number);
            let door = self.door.clone();
            let _ = door.send(Some(self));
        }
    }
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

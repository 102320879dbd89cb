//! One order while it runs: each thread of it is a real one, and a single one has the turn.

use super::failure::{Kind, Trouble};
use super::model::Tid;
use super::state::State;
use std::any::Any;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

pub(crate) struct Exec {
    state: Mutex<State>,
    over: AtomicBool,
    pub(super) turn: AtomicUsize,
    pub(super) gone: Condvar,
    pub(super) handles: Mutex<Vec<JoinHandle<()>>>,
}

/// Where a thread leaves its result.
pub(crate) type Packet<T> = Arc<Mutex<Option<thread::Result<T>>>>;

/// What a thread does, and where its panic goes. The types of its closure and of its result end here, so
/// that the compiler sees once how a thread is started and run, and not again for each of them.
pub(crate) struct Body<'a> {
    pub act: Box<dyn FnOnce() + Send + 'a>,
    pub packet: Arc<dyn Panics + Send + Sync + 'a>,
}

impl<'a> Body<'a> {
    pub fn new<T: Send + 'a>(f: Box<dyn FnOnce() -> T + Send + 'a>) -> (Body<'a>, Packet<T>) {
        let packet = Packet::<T>::default();
        let result = Arc::clone(&packet);
        let act = Box::new(move || fill(&result, Ok(f())));
        let to = Arc::clone(&packet);
        (Body { act, packet: to }, packet)
    }
}

pub(crate) trait Panics {
    fn panics(&self, payload: Box<dyn Any + Send>);
}

impl<T> Panics for Mutex<Option<thread::Result<T>>> {
    fn panics(&self, payload: Box<dyn Any + Send>) {
        fill(self, Err(payload));
    }
}

fn fill<T>(packet: &Mutex<Option<T>>, result: T) {
    *packet.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
}

impl Exec {
    pub fn new(state: State) -> Exec {
        Exec {
            state: Mutex::new(state),
            over: AtomicBool::new(false),
            turn: AtomicUsize::new(0),
            gone: Condvar::new(),
            handles: Mutex::new(Vec::new()),
        }
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// `None` while this thread has it already.
    pub fn try_state(&self) -> Option<MutexGuard<'_, State>> {
        self.state.try_lock().ok()
    }

    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Gives the turn to another thread; `None` says that all have ended.
    pub fn pass(&self, state: MutexGuard<State>, to: Option<Tid>) {
        let Some(to) = to else {
            return self.abandon(state, None);
        };
        // A thread that has not come up yet has no handle here, and looks before it waits.
        let handle = state.threads[to].handle.clone();
        self.turn.store(to, Ordering::SeqCst);
        drop(state);
        if let Some(handle) = handle {
            handle.unpark();
        }
    }

    /// Keeps a thread's handle, to wait for its end.
    pub fn keep(&self, handle: JoinHandle<()>) {
        let mut handles = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        handles.push(handle);
    }

    /// `false`: the order is over.
    pub fn wait_for_turn(&self, tid: Tid) -> bool {
        while !self.is_over() {
            if self.turn.load(Ordering::SeqCst) == tid {
                return true;
            }
            thread::park();
        }
        false
    }

    /// Ends the order. Threads that have not ended unwind, all at once.
    pub fn abandon(&self, mut state: MutexGuard<State>, trouble: Option<Trouble>) {
        if let Some(walk) = state.rules.walk.clone() {
            let (sentence, ends) = walk.words(&state, trouble);
            drop(state);
            (walk.fails)(&sentence, &ends);
        }
        let allowed = state.rules.may_leak;
        let trouble = trouble.filter(|trouble| !(allowed && trouble.kind == Kind::Leak));
        if state.trouble.is_none() && !self.is_over() {
            state.trouble = trouble;
        }
        self.over.store(true, Ordering::SeqCst);
        for thread in &state.threads {
            if let Some(handle) = &thread.handle {
                handle.unpark();
            }
        }
    }
}

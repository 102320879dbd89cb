//! One order while it runs: each thread of it is a real one, and a single one has the turn.

use super::failure::{Kind, Trouble};
use super::model::Tid;
use super::state::State;
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

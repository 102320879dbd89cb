//! One order while it runs: each thread of it is a real one, and a single one has the turn.

use super::failure::{Kind, Trouble};
use super::here::{self, Abandoned, Me};
use super::model::Tid;
use super::panics;
use super::state::State;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// No step for so long, and a thread hangs: it computes without end, or waits for something real.
const HANGS: Duration = Duration::from_secs(20);

pub(crate) struct Exec {
    state: Mutex<State>,
    over: AtomicBool,
    turn: AtomicUsize,
    gone: Condvar,
    handles: Mutex<Vec<JoinHandle<()>>>,
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

    /// What each thread of an order does, from its start to its end.
    pub fn run<T>(self: &Arc<Self>, tid: Tid, packet: Packet<T>, body: impl FnOnce() -> T) {
        let exec = Arc::clone(self);
        here::enter(Me { exec, tid });
        self.state().threads[tid].handle = Some(thread::current());
        let result = catch_unwind(AssertUnwindSafe(|| {
            if !self.wait_for_turn(tid) {
                drop(body);
                resume_unwind(Box::new(Abandoned));
            }
            body()
        }));
        let abandoned = matches!(&result, Err(payload) if payload.is::<Abandoned>());
        if !abandoned {
            let panicked = result.as_ref().err().map(|_| panics::last_message());
            *packet.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
            // Nobody may want the result, and its `drop` is a part of the order.
            let dropped = catch_unwind(AssertUnwindSafe(|| drop(packet)));
            here::forget(dropped);
            self.end(tid, panicked);
        }
        self.state().alive -= 1;
        self.gone.notify_all();
    }

    fn end(&self, tid: Tid, panicked: Option<String>) {
        let mut state = self.state();
        if self.is_over() {
            return;
        }
        state.speak(tid, None);
        match &panicked {
            Some(_) => state.say(|| "ends with its panic".to_string()),
            None => state.say(|| "ends".to_string()),
        }
        let main_panics = tid == 0 && panicked.is_some();
        state.threads[tid].ended = true;
        state.threads[tid].panicked = panicked;
        state.changes += 1;
        if main_panics {
            let trouble = state.unseen_panic();
            return self.abandon(state, trouble);
        }
        match state.next(tid) {
            Ok(next) => self.pass(state, next),
            Err(trouble) => self.abandon(state, Some(trouble)),
        }
    }

    /// Waits until all threads have ended. One that hangs is left behind, and named.
    pub fn wait_for_all(&self) {
        let mut state = self.state();
        while state.alive > 0 {
            let steps = state.steps;
            let waited = self.gone.wait_timeout(state, HANGS);
            let (now, time) = waited.unwrap_or_else(PoisonError::into_inner);
            state = now;
            if !time.timed_out() || state.steps != steps {
                continue;
            }
            if self.is_over() {
                return;
            }
            let sentence = self.hangs(&state);
            let trouble = state.trouble(Kind::Hangs, sentence);
            self.abandon(state, Some(trouble));
            state = self.state();
        }
        drop(state);
        let mut handles = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        for handle in handles.drain(..) {
            here::forget(handle.join());
        }
    }

    fn hangs(&self, state: &State) -> String {
        let name = &state.threads[self.turn.load(Ordering::SeqCst)].name;
        format!(
            "{name} does not come to its next step within {HANGS:?}: it computes without end, or \
             waits for something that is not covered."
        )
    }
}

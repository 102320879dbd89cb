//! One order while it runs: each thread of it is a real one, and a single one has the turn.

use super::{Kind, Me, Place, State, Step, Tid, Trouble, Wait, here};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

pub(crate) struct Exec {
    state: Mutex<State>,
    over: AtomicBool,
    pub(super) turn: AtomicUsize,
    pub(super) gone: Condvar,
    pub(super) handles: Mutex<Vec<JoinHandle<()>>>,
}

/// What a mutex holds, though a thread may have panicked with it.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
        locked(&self.state)
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
        locked(&self.handles).push(handle);
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
            walk.fail(state, trouble);
        }
        let allowed = state.rules.may_leak;
        let trouble = trouble.filter(|trouble| !(allowed && trouble.kind == Kind::Leak));
        if state.run.trouble.is_none() && !self.is_over() {
            state.run.trouble = trouble;
        }
        self.over.store(true, Ordering::SeqCst);
        for handle in state.threads.iter().flat_map(|thread| &thread.handle) {
            handle.unpark();
        }
    }
}

/// What a thread of an order does: steps.
impl Me {
    /// Makes the next step as soon as it is this thread's turn and what it waits for has come, or
    /// the time is over. `None`: the order has ended before, and this thread unwinds.
    pub fn step<R>(&self, step: Step, act: impl FnOnce(&mut State) -> R) -> Option<R> {
        let is_dropped = step.dropped;
        let (mut act, mut result) = (Some(act), None);
        let act: &mut dyn FnMut(&mut State) =
            &mut |state| result = act.take().map(|act| act(state));
        if self.try_step(step, act).is_none() && !is_dropped {
            here();
        }
        result
    }

    fn try_step(&self, step: Step, act: &mut dyn FnMut(&mut State)) -> Option<()> {
        let (place, is_dropped) = (step.place, step.dropped);
        let mut state = self.turn(step)?;
        state.threads[self.tid].habits.back = None;
        state.threads[self.tid].step.yields = false;
        // What it waited for stays until here, so that the end of an order can tell of it.
        state.speak(self.tid, (!is_dropped).then_some(place));
        act(&mut state);
        let step = &mut state.threads[self.tid].step;
        step.until = None;
        step.wait = Wait::Nothing;
        Some(())
    }

    /// Waits until this thread may make the step.
    fn turn(&self, step: Step) -> Option<MutexGuard<'_, State>> {
        let exec = &self.exec;
        let mut state = exec.state();
        if exec.is_over() {
            return None;
        }
        let arrived = state.arrive(self.tid, step);
        match arrived.and_then(|()| state.next(self.tid)) {
            Ok(Some(next)) if next == self.tid => Some(state),
            Ok(next) => {
                exec.pass(state, next);
                exec.wait_for_turn(self.tid).then(|| exec.state())
            }
            Err(trouble) => {
                exec.abandon(state, Some(trouble));
                None
            }
        }
    }

    /// A line of the story that is no step, unless this thread has the state already.
    pub fn say(&self, text: impl FnOnce() -> String) {
        if let Ok(mut state) = self.exec.state.try_lock() {
            state.speak(self.tid, None);
            state.say(text);
        }
    }

    /// Giving back at a place of its own is a step that matters only where somebody only tries.
    pub fn give_back(&self, place: Place, act: impl FnOnce(&mut State)) {
        let at_once = !self.exec.state().rules.fine;
        self.step(Step::at(place).dropped().at_once(at_once), act);
    }
}

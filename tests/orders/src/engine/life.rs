//! From the start of a thread to its end, and to the end of all.

use super::here::{self, Abandoned, Me};
use super::{Body, Exec, Kind, State, Tid, Trouble, locked, panics};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use std::{mem, thread};

/// No step for so long, and a thread hangs: it computes without end, or waits for something real.
const HANGS: Duration = Duration::from_secs(20);

impl Exec {
    /// What each thread of an order does, from its start to its end.
    pub fn run(self: &Arc<Self>, tid: Tid, Body { act, packet }: Body) {
        let exec = Arc::clone(self);
        here::enter(Me { exec, tid });
        self.state().threads[tid].handle = Some(thread::current());
        let result = catch_unwind(AssertUnwindSafe(|| {
            if !self.wait_for_turn(tid) {
                drop(act);
                resume_unwind(Box::new(Abandoned));
            }
            act();
        }));
        let abandoned = matches!(&result, Err(payload) if payload.is::<Abandoned>());
        if !abandoned {
            let panicked = result.as_ref().err().map(|_| panics::last_message());
            if let Err(payload) = result {
                packet.panics(payload);
            }
            // Nobody may want the result, and its `drop` is a part of the order.
            let dropped = catch_unwind(AssertUnwindSafe(|| drop(packet)));
            mem::forget(dropped);
            self.end(tid, panicked);
        }
        self.state().alive -= 1;
        self.gone.notify_all();
    }

    /// A thread will never end.
    pub fn leave_behind(&self) {
        let mut state = self.state();
        state.alive -= 1;
        state.run.left_behind = true;
        self.gone.notify_all();
    }

    fn end(&self, tid: Tid, panicked: Option<String>) {
        let mut state = self.state();
        if self.is_over() {
            return;
        }
        state.speak(tid, None);
        let how = panicked.as_ref().map_or("ends", |_| "ends with its panic");
        state.say(|| how.to_string());
        let main_panics = tid == 0 && panicked.is_some();
        let now = state.now;
        let thread = &mut state.threads[tid];
        (thread.ended, thread.ended_at, thread.panicked) = (true, now, panicked);
        state.ended.push(tid);
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
            let steps = state.run.steps;
            let waited = self.gone.wait_timeout(state, HANGS);
            let (now, time) = waited.unwrap_or_else(PoisonError::into_inner);
            state = now;
            if !time.timed_out() || state.run.steps != steps {
                continue;
            }
            if self.is_over() {
                return;
            }
            let trouble = state.hangs(self.turn.load(Ordering::SeqCst));
            self.abandon(state, Some(trouble));
            state = self.state();
        }
        if state.run.left_behind {
            return;
        }
        drop(state);
        let mut handles = locked(&self.handles);
        for handle in handles.drain(..) {
            mem::forget(handle.join());
        }
    }
}

impl State {
    fn hangs(&self, tid: Tid) -> Trouble {
        let name = &self.threads[tid].name;
        let sentence = format!(
            "{name} does not come to its next step within {HANGS:?}: it computes without end, or \
             waits for something that is not covered."
        );
        self.trouble(Kind::Hangs, sentence)
    }
}

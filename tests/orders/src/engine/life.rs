//! From the start of a thread to its end, and to the end of all.

use super::exec::{Body, Exec};
use super::failure::Kind;
use super::here::{self, Abandoned, Me};
use super::model::Tid;
use super::panics;
use super::state::State;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

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
            here::forget(dropped);
            self.end(tid, panicked);
        }
        self.state().alive -= 1;
        self.gone.notify_all();
    }

    /// A thread will never end.
    pub fn leave_behind(&self) {
        let mut state = self.state();
        state.alive -= 1;
        state.left_behind = true;
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
        state.ended.push(tid);
        state.threads[tid].ended_at = state.now;
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
        if state.left_behind {
            return;
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

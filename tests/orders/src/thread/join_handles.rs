//! Waiting for the end of a thread.

use super::Thread;
use crate::engine::exec::Packet;
use crate::engine::{Step, Wait, inside, leave_for_good};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::sync::PoisonError;

pub struct JoinHandle<T>(Inner<T>);

enum Inner<T> {
    Real(std::thread::JoinHandle<T>, Thread),
    Ordered(Ordered<T>),
}

/// A thread of an order, and where its result will be.
pub(crate) struct Ordered<T> {
    pub thread: Thread,
    packet: Packet<T>,
}

impl<T> JoinHandle<T> {
    pub(crate) fn new(thread: Thread, packet: Packet<T>) -> JoinHandle<T> {
        JoinHandle(Inner::Ordered(Ordered { thread, packet }))
    }

    pub(crate) fn real(real: std::thread::JoinHandle<T>) -> JoinHandle<T> {
        let thread = Thread::new(real.thread().clone(), None);
        JoinHandle(Inner::Real(real, thread))
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        match &self.0 {
            Inner::Real(_, thread) => thread,
            Inner::Ordered(ordered) => &ordered.thread,
        }
    }

    #[track_caller]
    pub fn join(self) -> std::thread::Result<T> {
        match self.0 {
            Inner::Real(real, _) => real.join(),
            Inner::Ordered(ordered) => ordered.join(Location::caller()),
        }
    }

    #[track_caller]
    pub fn is_finished(&self) -> bool {
        match &self.0 {
            Inner::Real(real, _) => real.is_finished(),
            Inner::Ordered(ordered) => ordered.is_finished(Location::caller()),
        }
    }
}

impl<T> Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

impl<T> Ordered<T> {
    pub fn new(thread: Thread, packet: Packet<T>) -> Ordered<T> {
        Ordered { thread, packet }
    }

    /// Waits for the end, and takes the result.
    pub fn join(self, place: crate::engine::Place) -> std::thread::Result<T> {
        let tid = self.thread.tid();
        if let Some(me) = inside() {
            me.step(Step::at(place).wait(Wait::End(tid)), |state| {
                let thread = &mut state.threads[tid];
                thread.joined = true;
                let name = thread.name.clone();
                state.say(|| format!("has joined {name}"));
            });
        }
        let result = self
            .packet
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        result.unwrap_or_else(|| leave_for_good())
    }

    pub fn is_finished(&self, place: crate::engine::Place) -> bool {
        let tid = self.thread.tid();
        let Some(me) = inside() else {
            return true;
        };
        let answer = me.step(Step::at(place).look(crate::engine::state::CLOCK), |state| {
            // Between its last step and its end there is a moment, in which it is not finished.
            let ended = state.threads[tid].ended;
            let is_long_ago = state.threads[tid].ended_at < state.now;
            let noticed = state.threads[tid].seen_ended || !ended || is_long_ago;
            let finished = ended && (noticed || state.schedule.choose(2) == 0);
            state.threads[tid].seen_ended |= ended;
            let name = state.threads[tid].name.clone();
            state.say(|| match finished {
                true => format!("sees that {name} is finished"),
                false => format!("sees that {name} is not finished"),
            });
            finished
        });
        answer.unwrap_or(true)
    }
}

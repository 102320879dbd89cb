//! A step of a thread, and what it tells when the thread comes to it.

use super::failure::Trouble;
use super::habits::Stamp;
use super::model::{Id, Place, Tid, Wait};
use super::state::State;
use std::time::Duration;

/// What a thread wants to do next.
pub(crate) struct Step {
    pub place: Place,
    pub wait: Wait,
    pub until: Option<Duration>,
    /// It does not matter to the others when this step is made: it is made at once.
    pub at_once: bool,
    /// It only looks at this thing.
    pub look: Option<Id>,
    pub yields: bool,
    /// The place is not the user's: something is dropped.
    pub dropped: bool,
}

impl Step {
    pub fn at(place: Place) -> Step {
        Step {
            place,
            wait: Wait::Nothing,
            until: None,
            at_once: false,
            look: None,
            yields: false,
            dropped: false,
        }
    }

    pub fn wait(self, wait: Wait) -> Step {
        Step { wait, ..self }
    }

    pub fn look(self, id: Id) -> Step {
        Step {
            look: Some(id),
            ..self
        }
    }

    pub fn until(self, until: Option<Duration>) -> Step {
        Step { until, ..self }
    }

    pub fn at_once(self, at_once: bool) -> Step {
        Step { at_once, ..self }
    }
}

impl State {
    /// The thread has come to its next step.
    pub fn arrive(&mut self, tid: Tid, step: &Step) -> Result<(), Trouble> {
        self.steps += 1;
        if self.steps > self.rules.steps {
            return Err(self.endless());
        }
        let thread = &mut self.threads[tid];
        thread.wait = step.wait.clone();
        thread.until = step.until;
        thread.place = step.place;
        thread.yields = step.yields;
        thread.at_once = step.at_once;
        match self.rules.walk {
            Some(_) => self.walks_on(tid),
            None => self.watch(tid, step),
        }
    }

    /// Whether it looks for nothing.
    fn watch(&mut self, tid: Tid, step: &Step) -> Result<(), Trouble> {
        if let Some(id) = step.look {
            let stamp = self.stamp(tid, id);
            self.threads[tid].habits.look(step.place, id, stamp);
        }
        if step.until.is_some() {
            let (all, doubtful) = (self.changes, self.doubtful);
            let thread = &mut self.threads[tid];
            let stamp = Stamp {
                all,
                by_others: all - thread.behind_locks - doubtful,
            };
            let looks = !matches!(step.wait, Wait::Clock | Wait::Token);
            thread.habits.wait(step.place, stamp, looks);
            return self.judge_idleness(tid);
        }
        Ok(())
    }

    fn judge_idleness(&self, tid: Tid) -> Result<(), Trouble> {
        let habits = &self.threads[tid].habits;
        if habits.is_idle() && self.rules.busy_is_wrong {
            return Err(self.wakes_for_nothing(tid));
        }
        let mut others = self.threads.iter().filter(|other| !other.ended);
        let hope = others.any(|other| {
            !other.habits.is_idle() && other.until.is_some_and(|until| until > self.now)
        });
        if habits.is_idle_for_ever() && !hope {
            return Err(self.livelock(tid));
        }
        Ok(())
    }
}

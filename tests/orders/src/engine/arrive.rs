//! What a thread tells when it comes to its next step, and who could make one.

use super::{Id, Model, Stamp, State, Step, Tid, Trouble, Wait};

impl State {
    /// The thread has come to its next step.
    pub fn arrive(&mut self, tid: Tid, step: Step) -> Result<(), Trouble> {
        self.run.steps += 1;
        if self.run.steps > self.rules.steps {
            return Err(self.endless());
        }
        self.threads[tid].step = step;
        match self.rules.walk {
            Some(_) => self.walks_on(tid),
            None => self.watch(tid),
        }
    }

    /// Whether it looks for nothing.
    fn watch(&mut self, tid: Tid) -> Result<(), Trouble> {
        let step = &self.threads[tid].step;
        let place = step.place;
        if let Some(id) = step.look {
            let stamp = self.stamp(tid, id);
            self.threads[tid].habits.look(place, id, stamp);
        }
        let step = &self.threads[tid].step;
        if step.until.is_none() {
            return Ok(());
        }
        let looks = !matches!(step.wait, Wait::Clock | Wait::Token);
        let stamp = self.stamp_of(tid, self.changes);
        self.threads[tid].habits.wait(place, stamp, looks);
        let habits = &self.threads[tid].habits;
        if habits.is_idle() && self.rules.busy_is_wrong {
            return Err(self.wakes_for_nothing(tid));
        }
        let mut others = self.threads.iter().filter(|other| !other.ended);
        let hope = others.any(|other| {
            !other.habits.is_idle() && other.step.until.is_some_and(|until| until > self.now)
        });
        if habits.is_idle_for_ever() && !hope {
            return Err(self.livelock(tid));
        }
        Ok(())
    }

    /// What the look of this thread at this thing depends on.
    fn stamp(&self, tid: Tid, id: Id) -> Stamp {
        let version = match self.threads[tid].step.wait {
            // It waits for the lock. What it looks at is behind that.
            Wait::Lock(..) => 0,
            _ => self.version(id),
        };
        self.stamp_of(tid, self.changes + version)
    }

    fn stamp_of(&self, tid: Tid, all: u64) -> Stamp {
        let by_others = all - self.threads[tid].behind_locks - self.doubtful;
        Stamp { all, by_others }
    }

    /// Whether what this thread waits for has come, apart from the clock.
    pub fn has_come(&self, tid: Tid) -> bool {
        let model = |id: &Id| &self.things[*id].model;
        match &self.threads[tid].step.wait {
            Wait::Nothing => true,
            Wait::Clock => false,
            Wait::Lock(id, write) => self.is_free(*id, *write),
            Wait::Notice { .. } => self.threads[tid].noticed,
            Wait::Token => self.threads[tid].token,
            Wait::Ends(all) => all.iter().all(|other| self.threads[*other].ended),
            Wait::Made(id) => matches!(model(id), Model::Once { maker: None }),
            Wait::Round(id, mine) => {
                matches!(model(id), Model::Barrier { round, .. } if round > mine)
            }
            Wait::Version(id, version) => self.version(*id) != *version,
            Wait::Item(id) => {
                matches!(model(id), Model::Channel(c) if c.len > 0 || c.senders == 0)
            }
            Wait::Room(id) => matches!(model(id), Model::Channel(c)
                if !c.receiver || c.room.is_none_or(|room| c.len < room)),
            Wait::Taken(id, count) => {
                matches!(model(id), Model::Channel(c) if !c.receiver || c.taken >= *count)
            }
        }
    }

    /// Whether this thread could make its next step now.
    pub fn is_ready(&self, tid: Tid) -> bool {
        let back = self.threads[tid].habits.back;
        self.could_go_on(tid)
            && back.is_none_or(|(id, stamp)| self.stamp(tid, id).by_others != stamp)
    }

    /// As `is_ready`, for one that stands back as well.
    pub fn could_go_on(&self, tid: Tid) -> bool {
        let thread = &self.threads[tid];
        let late = thread.step.until.is_some_and(|until| until <= self.now);
        let lock = match thread.step.wait {
            Wait::Notice { lock, .. } => self.is_free(lock, true),
            _ => true,
        };
        !thread.ended && lock && (late || self.has_come(tid))
    }
}

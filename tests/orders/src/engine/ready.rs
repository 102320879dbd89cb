//! Who could make the next step.

use super::habits::Stamp;
use super::model::{Id, Model, Tid, Wait};
use super::state::State;

impl State {
    /// What the look of this thread at this thing depends on.
    pub fn stamp(&self, tid: Tid, id: Id) -> Stamp {
        let thread = &self.threads[tid];
        let version = match thread.wait {
            // It waits for the lock. What it looks at is behind that.
            Wait::Lock(_) | Wait::Read(_) | Wait::Write(_) => 0,
            _ => self.version(id),
        };
        let all = self.changes + version;
        Stamp {
            all,
            by_others: all - thread.behind_locks - self.doubtful,
        }
    }

    /// Whether what this thread waits for has come, apart from the clock.
    pub fn has_come(&self, tid: Tid) -> bool {
        let model = |id: &Id| &self.things[*id].model;
        let free = |id: &Id| matches!(model(id), Model::Lock { holder: None });
        match &self.threads[tid].wait {
            Wait::Nothing => true,
            Wait::Clock => false,
            Wait::Lock(id) => free(id),
            Wait::Notice { .. } => self.threads[tid].noticed,
            Wait::Token => self.threads[tid].token,
            Wait::End(other) => self.threads[*other].ended,
            Wait::Ends(all) => all.iter().all(|other| self.threads[*other].ended),
            Wait::Made(id) => matches!(model(id), Model::Once { maker: None }),
            Wait::Round(id, mine) => {
                matches!(model(id), Model::Barrier { round, .. } if round > mine)
            }
            Wait::Version(id, version) => self.version(*id) != *version,
            Wait::Read(id) => matches!(model(id), Model::Shared { writer: None, .. }),
            Wait::Write(id) => {
                matches!(model(id), Model::Shared { writer: None, readers } if readers.is_empty())
            }
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
        self.could_go_on(tid)
            && self.threads[tid]
                .habits
                .back
                .is_none_or(|(id, stamp)| self.stamp(tid, id).by_others != stamp)
    }

    /// As `is_ready`, for one that stands back as well.
    pub fn could_go_on(&self, tid: Tid) -> bool {
        let thread = &self.threads[tid];
        let late = thread.until.is_some_and(|until| until <= self.now);
        let lock = match &thread.wait {
            Wait::Notice { lock, .. } => {
                matches!(&self.things[*lock].model, Model::Lock { holder: None })
            }
            _ => true,
        };
        !thread.ended && lock && (late || self.has_come(tid))
    }
}

//! Who holds what.

use super::model::{Id, Model, Place, Tid};
use super::state::State;

impl State {
    pub fn take_lock(&mut self, id: Id, tid: Tid, place: Place) {
        *self.model(id) = Model::Lock {
            holder: Some((tid, place)),
        };
    }

    /// `written`: the value may have changed.
    pub fn free_lock(&mut self, id: Id, by: (Tid, Place), written: bool) {
        *self.model(id) = Model::Lock { holder: None };
        self.freed(id, written.then_some(by));
    }

    pub fn take_shared(&mut self, id: Id, tid: Tid, place: Place, write: bool) {
        if let Model::Shared { writer, readers } = self.model(id) {
            match write {
                true => *writer = Some((tid, place)),
                false => readers.push((tid, place)),
            }
        }
    }

    /// A reader's hold ends, or the writer's.
    pub fn free_shared(&mut self, id: Id, by: (Tid, Place), written: Option<bool>) {
        if let Model::Shared { writer, readers } = self.model(id) {
            match written {
                Some(_) => *writer = None,
                None => {
                    let mine = readers.iter().position(|(_, since)| *since == by.1);
                    readers.remove(mine.unwrap_or(0));
                }
            }
        }
        self.freed(id, (written == Some(true)).then_some(by));
    }

    fn freed(&mut self, id: Id, written_by: Option<(Tid, Place)>) {
        if let Some((tid, place)) = written_by {
            self.changes += 1;
            match self.threads[tid].habits.is_doubtful(place, id) {
                true => self.doubtful += 1,
                false => self.threads[tid].behind_locks += 1,
            }
        }
        self.touch(id);
    }
}

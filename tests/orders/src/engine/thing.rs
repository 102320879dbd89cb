//! The things of an order: how they come up, that they change, and who holds what.

use super::{Channel, Id, Known, Model, Place, State, Thing, Tid};

impl State {
    /// A new thing.
    pub fn thing(&mut self, kind: &'static str, model: Model) -> Id {
        let number = 1 + self.things.iter().filter(|t| t.kind == kind).count();
        self.things.push(Thing {
            kind,
            number,
            version: 0,
            model,
        });
        self.things.len() - 1
    }

    /// What is known as a thing of this order, which is a new one at its first use.
    pub fn id(&mut self, known: &Known, place: Place) -> Id {
        let (serial, id) = known.used();
        if serial == self.serial {
            return id;
        }
        if serial != 0 && known.kind != "condvar" && self.carried.is_none() {
            self.carried = Some((known.kind, place));
        }
        let id = self.thing(known.kind, (known.model)());
        known.set_used(self.serial, id);
        id
    }

    pub fn model(&mut self, id: Id) -> &mut Model {
        &mut self.things[id].model
    }

    pub fn channel(&mut self, id: Id) -> &mut Channel {
        match self.model(id) {
            Model::Channel(channel) => channel,
            _ => unreachable!("only a channel is asked for its items"),
        }
    }

    /// Something happened to this thing that others could see.
    pub fn change(&mut self, id: Id) {
        self.changes += 1;
        self.touch(id);
    }

    /// As `change`, for those who look at the thing itself.
    pub fn touch(&mut self, id: Id) {
        self.things[id].version += 1;
    }

    pub fn version(&self, id: Id) -> u64 {
        self.things[id].version
    }

    /// Whether somebody could have this lock now, to write or only to read.
    pub fn is_free(&self, id: Id, write: bool) -> bool {
        matches!(&self.things[id].model,
            Model::Lock { writer: None, readers } if !write || readers.is_empty())
    }

    pub fn take(&mut self, id: Id, by: (Tid, Place), write: bool) {
        if let Model::Lock { writer, readers } = self.model(id) {
            match write {
                true => *writer = Some(by),
                false => readers.push(by),
            }
        }
    }

    /// A reader's hold ends, or the writer's, who may have changed the value: `written`.
    pub fn free(&mut self, id: Id, (tid, place): (Tid, Place), written: Option<bool>) {
        if let Model::Lock { writer, readers } = self.model(id) {
            match written {
                Some(_) => *writer = None,
                None => {
                    let mine = readers.iter().position(|(_, since)| *since == place);
                    readers.remove(mine.unwrap_or(0));
                }
            }
        }
        if written == Some(true) {
            self.changes += 1;
            match self.threads[tid].habits.is_doubtful(place, id) {
                true => self.doubtful += 1,
                false => self.threads[tid].behind_locks += 1,
            }
        }
        self.touch(id);
    }
}

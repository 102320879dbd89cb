//! Who may read or write, as the scheduler knows it.

use super::RwLock;
use crate::engine::{Id, Me, Model, Place, Step, Wait, inside};

impl<T: ?Sized> RwLock<T> {
    pub(super) fn take(&self, place: Place, write: bool) {
        let Some(me) = inside() else {
            return;
        };
        let id = self.id(&me, place);
        let (wait, how) = match write {
            true => (Wait::Write(id), "writing"),
            false => (Wait::Read(id), "reading"),
        };
        me.step(Step::at(place).wait(wait).look(id), |state| {
            state.take_shared(id, me.tid, place, write);
            state.say(|| format!("takes #{id}# for {how}"));
        });
    }

    pub(super) fn try_take(&self, place: Place, write: bool) -> bool {
        let Some(me) = inside() else {
            return true;
        };
        let id = self.id(&me, place);
        let got = me.step(Step::at(place).look(id), |state| {
            state.tried = true;
            let free = match state.model(id) {
                Model::Shared {
                    writer: None,
                    readers,
                } => !write || readers.is_empty(),
                _ => false,
            };
            if free {
                state.take_shared(id, me.tid, place, write);
            }
            let answer = if free { "takes it" } else { "it is held" };
            state.say(|| format!("tries #{id}#, and {answer}"));
            free
        });
        got.unwrap_or(true)
    }

    pub(super) fn look(&self, place: Place) {
        if let Some(me) = inside() {
            let id = self.id(&me, place);
            me.step(Step::at(place).look(id), |state| {
                state.tried = true;
                state.say(|| format!("looks whether #{id}# is poisoned"));
            });
        }
    }

    pub(super) fn id(&self, me: &Me, place: Place) -> Id {
        let model = Model::Shared {
            writer: None,
            readers: Vec::new(),
        };
        me.id(&self.ident, place, "read-write lock", model)
    }
}

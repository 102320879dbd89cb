//! What is made once, as the scheduler knows it: one thread makes it, and the others wait.

use crate::engine::{Id, Known, Me, Model, Place, Step, Wait};

pub(super) struct Made(Known);

/// While it exists, this thread makes the value, and the others wait for its end.
pub(super) struct Making {
    me: Me,
    id: Id,
    place: Place,
}

impl Made {
    pub const fn new(kind: &'static str) -> Made {
        Made(Known::new(kind, || Model::Once { maker: None }))
    }

    /// `None` if the value is there already, or no order runs.
    pub fn begin(&self, place: Place, made: impl Fn() -> bool) -> Option<Making> {
        let (me, id) = self.0.here(place)?;
        if made() {
            return None;
        }
        let makes = me.step(Step::at(place).wait(Wait::Made(id)), |state| {
            if made() {
                state.say(|| format!("finds #{id}# made"));
                return false;
            }
            let maker = Some(me.tid);
            *state.model(id) = Model::Once { maker };
            state.say(|| format!("begins to make #{id}#"));
            true
        });
        makes?.then_some(Making { me, id, place })
    }

    /// A look whether it is made.
    pub fn look(&self, place: Place, made: bool) {
        if let Some((me, id)) = self.0.here(place) {
            // What is made stays so: only a look at what is not depends on the moment.
            me.step(Step::at(place).look(id).at_once(made), |state| {
                state.say(|| format!("looks whether #{id}# is made"));
            });
        }
    }

    /// Waits until somebody has made it.
    pub fn wait(&self, place: Place, made: impl Fn() -> bool) {
        while let Some((me, id)) = self.0.here(place) {
            if made() {
                return self.look(place, true);
            }
            let stamp = me.exec.state().version(id);
            me.step(Step::at(place).wait(Wait::Version(id, stamp)), |state| {
                state.say(|| format!("goes on, because something happened to #{id}#"));
            });
        }
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        let id = self.id;
        self.me.give_back(self.place, |state| {
            *state.model(id) = Model::Once { maker: None };
            state.change(id);
            state.say(|| format!("has made #{id}#"));
        });
    }
}

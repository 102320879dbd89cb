//! One thread makes a value, and the others wait.

use crate::engine::{Id, Ident, Me, Model, Place, Step, Wait, inside};

/// While it exists, this thread makes the value, and the others wait for its end.
pub(super) struct Making {
    me: Me,
    id: Id,
    place: Place,
}

fn id(me: &Me, ident: &Ident, place: Place, kind: &'static str) -> Id {
    me.id(ident, place, kind, Model::Once { maker: None })
}

impl Making {
    /// `None` if the value is there already, or no order runs.
    pub fn start(
        ident: &Ident,
        place: Place,
        kind: &'static str,
        made: impl Fn() -> bool,
    ) -> Option<Making> {
        let me = inside()?;
        let id = id(&me, ident, place, kind);
        if made() {
            return None;
        }
        let makes = me.step(Step::at(place).wait(Wait::Made(id)), |state| {
            if made() {
                state.say(|| format!("finds #{id}# made"));
                return false;
            }
            *state.model(id) = Model::Once {
                maker: Some(me.tid),
            };
            state.say(|| format!("begins to make #{id}#"));
            true
        });
        makes?.then_some(Making { me, id, place })
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

/// A look whether it is made.
pub(super) fn look(ident: &Ident, place: Place, kind: &'static str, made: bool) {
    if let Some(me) = inside() {
        let id = id(&me, ident, place, kind);
        // What is made stays so: only a look at what is not depends on the moment.
        me.step(Step::at(place).look(id).at_once(made), |state| {
            state.say(|| format!("looks whether #{id}# is made"));
        });
    }
}

/// Waits until somebody has made it.
pub(super) fn wait(ident: &Ident, place: Place, kind: &'static str, made: impl Fn() -> bool) {
    while let Some(me) = inside() {
        let id = id(&me, ident, place, kind);
        if made() {
            return look(ident, place, kind, true);
        }
        let stamp = me.exec.state().version(id);
        me.step(Step::at(place).wait(Wait::Version(id, stamp)), |state| {
            state.say(|| format!("goes on, because something happened to #{id}#"));
        });
    }
}

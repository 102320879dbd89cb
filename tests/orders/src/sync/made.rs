//! What is made once, as the scheduler knows it: one thread makes it, and the others wait.

use crate::engine::{Id, Known, Me, Model, Place, Step, Wait};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;

pub(super) struct Made<R> {
    known: Known,
    pub real: R,
    is_made: fn(&R) -> bool,
}

/// While it exists, this thread makes the value, and the others wait for its end.
pub(super) struct Making {
    me: Me,
    id: Id,
    place: Place,
}

impl<R: Debug> Debug for Made<R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

impl<R> Made<R> {
    pub const fn new(kind: &'static str, real: R, is_made: fn(&R) -> bool) -> Made<R> {
        let known = Known::new(kind, || Model::Once { maker: None });
        Made {
            known,
            real,
            is_made,
        }
    }

    fn is_made(&self) -> bool {
        (self.is_made)(&self.real)
    }

    /// `None` if it is made already, or no order runs.
    #[track_caller]
    pub fn begin(&self) -> Option<Making> {
        let place = Location::caller();
        let (me, id) = self.known.here(place)?;
        if self.is_made() {
            return None;
        }
        let makes = me.step(Step::at(place).wait(Wait::Made(id)), |state| {
            if self.is_made() {
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
    #[track_caller]
    pub fn look(&self) {
        let (place, made) = (Location::caller(), self.is_made());
        if let Some((me, id)) = self.known.here(place) {
            // What is made stays so: only a look at what is not depends on the moment.
            me.step(Step::at(place).look(id).at_once(made), |state| {
                state.say(|| format!("looks whether #{id}# is made"));
            });
        }
    }

    /// Waits until somebody has made it.
    #[track_caller]
    pub fn wait(&self) {
        let place = Location::caller();
        while let Some((me, id)) = self.known.here(place) {
            if self.is_made() {
                return self.look();
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

//! What the scheduler knows about a thread, and what it wants to do next.

use super::{Habits, Id, Place, Tid, Wait};
use std::panic::Location;
use std::time::Duration;

/// One thread of an order.
#[derive(Default)]
pub(crate) struct Thread {
    pub name: String,
    pub handle: Option<std::thread::Thread>,
    /// The next step that it wants to make, or the last one that it made.
    pub step: Step,
    /// A notification has come.
    pub noticed: bool,
    /// `unpark` has been called.
    pub token: bool,
    /// Who started it, until it has come to its first point.
    pub starter: Option<Tid>,
    pub ended: bool,
    /// When it ended.
    pub ended_at: Duration,
    pub panicked: Option<String>,
    /// Somebody has been given its result.
    pub joined: bool,
    /// Somebody was told that it ended, or that it was about to.
    pub seen_ended: bool,
    /// How often it may have changed something behind a lock.
    pub behind_locks: u64,
    pub habits: Habits,
}

/// What a thread wants to do next.
pub(crate) struct Step {
    pub place: Place,
    pub wait: Wait,
    /// When the wait ends by itself.
    pub until: Option<Duration>,
    /// It does not matter to the others when this step is made: it is made at once.
    pub at_once: bool,
    /// It only looks at this thing.
    pub look: Option<Id>,
    /// It offers its turn to the others.
    pub yields: bool,
    /// The place is not the user's: something is dropped.
    pub dropped: bool,
}

impl Default for Step {
    fn default() -> Step {
        Step::at(Location::caller())
    }
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
        let look = Some(id);
        Step { look, ..self }
    }

    pub fn until(self, until: Option<Duration>) -> Step {
        Step { until, ..self }
    }

    pub fn at_once(self, at_once: bool) -> Step {
        Step { at_once, ..self }
    }

    pub fn yields(self) -> Step {
        let yields = true;
        Step { yields, ..self }
    }

    pub fn dropped(self) -> Step {
        let dropped = true;
        Step { dropped, ..self }
    }
}

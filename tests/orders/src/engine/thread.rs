//! What the scheduler knows about a thread.

use super::habits::Habits;
use super::model::{Place, Tid, Wait};
use std::time::Duration;

/// One thread of an order.
pub(crate) struct Thread {
    pub name: String,
    pub handle: Option<std::thread::Thread>,
    pub wait: Wait,
    /// When the wait ends by itself.
    pub until: Option<Duration>,
    pub place: Place,
    /// Its next step matters to nobody else.
    pub at_once: bool,
    /// It offers its turn to the others.
    pub yields: bool,
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

impl Thread {
    pub fn new(name: String, starter: Option<Tid>, place: Place) -> Thread {
        Thread {
            name,
            handle: None,
            wait: Wait::Nothing,
            until: None,
            place,
            at_once: false,
            yields: false,
            noticed: false,
            token: false,
            starter,
            ended: false,
            ended_at: Duration::ZERO,
            panicked: None,
            joined: false,
            seen_ended: false,
            behind_locks: 0,
            habits: Habits::default(),
        }
    }
}

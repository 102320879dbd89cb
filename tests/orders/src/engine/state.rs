//! All that is known about one order while it runs.

use super::failure::Trouble;
use super::model::{Channel, Id, Model, Place, Thing, Tid};
pub(crate) use super::rules::Rules;
use super::schedule::Schedule;
use super::thread::Thread;
use std::time::Duration;

/// A line of the story.
pub(crate) struct Event {
    pub tid: Tid,
    pub at: Duration,
    /// With `#3#` in place of the name of thing 3.
    pub text: String,
    pub place: Option<Place>,
}

pub(crate) struct State {
    pub rules: Rules,
    /// Which order of this process this is: what has another number was made before it.
    pub serial: u64,
    pub schedule: Schedule,
    pub threads: Vec<Thread>,
    pub things: Vec<Thing>,
    /// Who made the last step.
    pub last: Tid,
    pub preemptions: usize,
    /// An order was left out because of the bound.
    pub bounded: bool,
    /// Somebody tried, where the rules are not `fine`.
    pub tried: bool,
    /// Counts what happened that somebody who looks could see.
    pub changes: u64,
    /// Those among them that are more of the same: a thread looks, and only may change something.
    pub doubtful: u64,
    pub now: Duration,
    /// How often the clock was moved for a thread that only looks at it.
    pub nudges: u32,
    pub steps: usize,
    /// Since the clock went on.
    pub steps_at_once: usize,
    /// All steps of a walk in one number, to compare it with another one.
    pub digest: u64,
    /// Who has ended, in this order.
    pub ended: Vec<Tid>,
    pub events: Vec<Event>,
    pub trouble: Option<Trouble>,
    /// A thing of an earlier order was used.
    pub carried: Option<(&'static str, Place)>,
    speaker: (Tid, Option<Place>),
    /// One of them never will.
    pub left_behind: bool,
    /// Threads of the operating system that have not ended.
    pub alive: usize,
}

/// The clock is the first thing of every order.
pub(crate) const CLOCK: Id = 0;
/// A clock never comes to this time: 136 years.
const FOREVER: Duration = Duration::from_secs(u32::MAX as u64);

impl State {
    pub fn new(rules: Rules, serial: u64, schedule: Schedule) -> State {
        let mut state = State {
            rules,
            serial,
            schedule,
            threads: Vec::new(),
            things: Vec::new(),
            last: 0,
            preemptions: 0,
            bounded: false,
            tried: false,
            changes: 0,
            doubtful: 0,
            now: Duration::ZERO,
            nudges: 0,
            steps: 0,
            steps_at_once: 0,
            digest: 0,
            ended: Vec::new(),
            events: Vec::new(),
            trouble: None,
            carried: None,
            speaker: (0, None),
            left_behind: false,
            alive: 0,
        };
        state.thing("clock", Model::Plain);
        state
    }

    /// Who speaks from now on: the story's next lines are about this thread at this place.
    pub fn speak(&mut self, tid: Tid, place: Option<Place>) {
        self.speaker = (tid, place);
    }

    /// Adds a line to the story.
    pub fn say(&mut self, text: impl FnOnce() -> String) {
        if self.rules.tell {
            let (tid, place) = self.speaker;
            let (text, at) = (text(), self.now);
            self.events.push(Event {
                tid,
                at,
                text,
                place,
            });
        }
    }

    /// The time after so long; `None` if nobody lives to see it.
    pub fn after(&self, time: Duration) -> Option<Duration> {
        self.now.checked_add(time).filter(|time| *time < FOREVER)
    }

    /// Something happened to this thing that others could see.
    pub fn change(&mut self, id: Id) {
        self.changes += 1;
        self.touch(id);
    }

    /// As `change`, for those who look at the thing itself.
    pub fn touch(&mut self, id: Id) {
        if let Some(thing) = self.things.get_mut(id) {
            thing.version += 1;
        }
    }

    pub fn version(&self, id: Id) -> u64 {
        self.things.get(id).map_or(0, |thing| thing.version)
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
}

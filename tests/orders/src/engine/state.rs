//! All that is known about one order while it runs.

use super::{Id, Model, Place, Rules, Run, Schedule, Step, Thing, Thread, Tid};
use std::time::Duration;

/// A line of the story.
pub(crate) struct Event {
    pub tid: Tid,
    pub at: Duration,
    /// With `#3#` in place of the name of thing 3.
    pub text: String,
    pub place: Option<Place>,
}

#[derive(Default)]
pub(crate) struct State {
    pub rules: Rules,
    /// Which order of this process this is: what has another number was made before it.
    pub serial: u64,
    /// What this order has shown so far.
    pub run: Run,
    pub threads: Vec<Thread>,
    pub things: Vec<Thing>,
    /// Who made the last step.
    pub last: Tid,
    /// Counts what happened that somebody who looks could see.
    pub changes: u64,
    /// Those among them that are more of the same: a thread looks, and only may change something.
    pub doubtful: u64,
    pub now: Duration,
    /// How often the clock was moved for a thread that only looks at it.
    pub nudges: u32,
    /// Steps since the clock went on.
    pub steps_at_once: usize,
    /// All steps of a walk in one number, to compare it with another one.
    pub digest: u64,
    /// Who has ended, in this order.
    pub ended: Vec<Tid>,
    pub events: Vec<Event>,
    /// A thing of an earlier order was used.
    pub carried: Option<(&'static str, Place)>,
    speaker: (Tid, Option<Place>),
    /// Threads of the operating system that have not ended.
    pub alive: usize,
}

/// The clock is the first thing of every order.
pub(crate) const CLOCK: Id = 0;
/// A clock never comes to this time: 136 years.
const FOREVER: Duration = Duration::from_secs(u32::MAX as u64);

impl State {
    /// With main, which is started at this place.
    pub fn new(rules: Rules, serial: u64, schedule: Schedule, place: Place) -> State {
        let mut state = State {
            rules,
            serial,
            run: Run::of(schedule),
            ..State::default()
        };
        state.thing("clock", Model::Plain);
        state.thread(Some("main"), None, place);
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

    /// A new thread, with a name that no other has.
    pub fn thread(&mut self, name: Option<&str>, starter: Option<Tid>, place: Place) -> Tid {
        let tid = self.threads.len();
        let wanted = name.map_or_else(|| format!("thread-{tid}"), str::to_string);
        let numbered = (2..).map(|number| format!("{wanted} ({number})"));
        let mut names = std::iter::once(wanted.clone()).chain(numbered);
        let is_new = |name: &String| self.threads.iter().all(|thread| thread.name != *name);
        let name = names.find(is_new).unwrap_or_default();
        self.alive += 1;
        self.threads.push(Thread {
            name,
            starter,
            step: Step::at(place),
            ..Thread::default()
        });
        tid
    }
}

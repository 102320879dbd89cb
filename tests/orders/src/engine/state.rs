//! All that is known about one order while it runs.

use super::failure::Trouble;
use super::habits::Stamp;
use super::model::{Channel, Id, Ident, Model, Place, Thing, Thread, Tid, Wait};
pub(crate) use super::rules::Rules;
use super::schedule::Schedule;
use std::time::Duration;

/// A line of the story.
pub(crate) struct Event {
    pub tid: Tid,
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
    pub events: Vec<Event>,
    pub trouble: Option<Trouble>,
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
            events: Vec::new(),
            trouble: None,
            carried: None,
            speaker: (0, None),
            alive: 0,
        };
        state.thing("clock", Model::Plain);
        state
    }

    /// A new thing.
    pub fn thing(&mut self, kind: &'static str, model: Model) -> Id {
        let number = 1 + self.things.iter().filter(|t| t.kind == kind).count();
        let version = 0;
        self.things.push(Thing {
            kind,
            number,
            version,
            model,
        });
        self.things.len() - 1
    }

    /// The thing that carries this identity, which is a new one at its first use.
    pub fn id(&mut self, ident: &Ident, place: Place, kind: &'static str, model: Model) -> Id {
        let (serial, id) = ident.get();
        if serial == self.serial {
            return id;
        }
        if serial != 0 && kind != "condvar" && self.carried.is_none() {
            self.carried = Some((kind, place));
        }
        let id = self.thing(kind, model);
        ident.set(self.serial, id);
        id
    }

    /// A new thread, with a name that no other has.
    pub fn thread(&mut self, name: Option<&str>, starter: Option<Tid>, place: Place) -> Tid {
        let tid = self.threads.len();
        let wanted = name.map_or_else(|| format!("thread-{tid}"), str::to_string);
        let same = |name: &str| self.threads.iter().any(|thread| thread.name == name);
        let mut name = wanted.clone();
        let mut number = 2;
        while same(&name) {
            name = format!("{wanted} ({number})");
            number += 1;
        }
        self.threads.push(Thread::new(name, starter, place));
        tid
    }

    /// Who speaks from now on: the story's next lines are about this thread at this place.
    pub fn speak(&mut self, tid: Tid, place: Option<Place>) {
        self.speaker = (tid, place);
    }

    /// Adds a line to the story.
    pub fn say(&mut self, text: impl FnOnce() -> String) {
        if self.rules.tell {
            let (tid, place) = self.speaker;
            let text = text();
            self.events.push(Event { tid, text, place });
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

    /// What the look of this thread at this thing depends on.
    pub fn stamp(&self, tid: Tid, id: Id) -> Stamp {
        let thread = &self.threads[tid];
        let version = match thread.wait {
            // It waits for the lock. What it looks at is behind that.
            Wait::Lock(_) | Wait::Read(_) | Wait::Write(_) => 0,
            _ => self.version(id),
        };
        let all = self.changes + version;
        Stamp {
            all,
            by_others: all - thread.behind_locks - self.doubtful,
        }
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

    /// Whether what this thread waits for has come, apart from the clock.
    pub fn has_come(&self, tid: Tid) -> bool {
        let model = |id: &Id| &self.things[*id].model;
        let free = |id: &Id| matches!(model(id), Model::Lock { holder: None });
        match &self.threads[tid].wait {
            Wait::Nothing => true,
            Wait::Clock => false,
            Wait::Lock(id) => free(id),
            Wait::Notice { .. } => self.threads[tid].noticed,
            Wait::Token => self.threads[tid].token,
            Wait::End(other) => self.threads[*other].ended,
            Wait::Ends(all) => all.iter().all(|other| self.threads[*other].ended),
            Wait::Made(id) => matches!(model(id), Model::Once { maker: None }),
            Wait::Round(id, mine) => {
                matches!(model(id), Model::Barrier { round, .. } if round > mine)
            }
            Wait::Version(id, version) => self.version(*id) != *version,
            Wait::Read(id) => matches!(model(id), Model::Shared { writer: None, .. }),
            Wait::Write(id) => {
                matches!(model(id), Model::Shared { writer: None, readers } if readers.is_empty())
            }
            Wait::Item(id) => {
                matches!(model(id), Model::Channel(c) if c.len > 0 || c.senders == 0)
            }
            Wait::Room(id) => matches!(model(id), Model::Channel(c)
                if !c.receiver || c.room.is_none_or(|room| c.len < room)),
            Wait::Taken(id, count) => {
                matches!(model(id), Model::Channel(c) if !c.receiver || c.taken >= *count)
            }
        }
    }

    /// Whether this thread could make its next step now.
    pub fn is_ready(&self, tid: Tid) -> bool {
        self.could_go_on(tid)
            && self.threads[tid]
                .habits
                .back
                .is_none_or(|(id, stamp)| self.stamp(tid, id).by_others != stamp)
    }

    /// As `is_ready`, for one that stands back as well.
    pub fn could_go_on(&self, tid: Tid) -> bool {
        let thread = &self.threads[tid];
        let late = thread.until.is_some_and(|until| until <= self.now);
        let lock = match &thread.wait {
            Wait::Notice { lock, .. } => {
                matches!(&self.things[*lock].model, Model::Lock { holder: None })
            }
            _ => true,
        };
        !thread.ended && lock && (late || self.has_come(tid))
    }
}

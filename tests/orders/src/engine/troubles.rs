//! The sentence for each kind of failure.

use super::{Kind, Model, State, Tid, Trouble, Wait, spot};

impl State {
    /// Nobody can go on, and no clock will change that.
    pub fn stuck(&self) -> Trouble {
        let tids = 0..self.threads.len();
        let waiting = tids.filter(|tid| !self.threads[*tid].ended);
        let waiting: Vec<String> = waiting.map(|tid| self.stands(tid)).collect();
        let waiting = waiting.join("; ");
        let main_has_ended = self.threads.first().is_some_and(|main| main.ended);
        let (kind, what) = match self.missed() {
            _ if main_has_ended => (
                Kind::Leak,
                format!("leaked threads: main has ended, and {waiting}"),
            ),
            Some(missed) => (
                Kind::LostWakeUp,
                format!("lost wake-up: {missed}. Now {waiting}"),
            ),
            None => (Kind::Deadlock, format!("deadlock: {waiting}")),
        };
        self.trouble(kind, format!("{what}. Nobody can go on."))
    }

    /// A notification that came when nobody waited, though somebody waits for one now.
    fn missed(&self) -> Option<String> {
        let threads = self.threads.iter();
        let mut waiting = threads.filter(|thread| !thread.ended && !thread.noticed);
        waiting.find_map(|thread| {
            let Wait::Notice { condvar, .. } = thread.step.wait else {
                return None;
            };
            let Model::Condvar { early } = self.things[condvar].model else {
                return None;
            };
            let (by, place) = early?;
            let (by, what, spot) = (&self.threads[by].name, self.name(condvar), spot(place));
            Some(format!("{by} notified {what} when nobody waited ({spot})"))
        })
    }

    pub fn keeps_looking(&self, tid: Tid) -> Trouble {
        self.of(tid, Kind::Busy, |name, place| {
            format!(
                "busy waiting: {name} looks again and again at {place}, though nothing has \
                 changed, while everybody else waits. It keeps a processor busy."
            )
        })
    }

    pub fn wakes_for_nothing(&self, tid: Tid) -> Trouble {
        self.of(tid, Kind::Busy, |name, place| {
            format!(
                "busy waiting: {name} lets the clock wake it up at {place} to look again, though \
                 nothing has changed, while everybody else waits."
            )
        })
    }

    pub fn livelock(&self, tid: Tid) -> Trouble {
        self.of(tid, Kind::Livelock, |name, place| {
            format!(
                "livelock: {name} looks again and again at {place}, and nobody is left who could \
                 change what it sees."
            )
        })
    }

    /// Of a thread with this name, which is at this place.
    fn of(&self, tid: Tid, kind: Kind, say: impl Fn(&str, &str) -> String) -> Trouble {
        let thread = &self.threads[tid];
        self.trouble(kind, say(&thread.name, &spot(thread.step.place)))
    }

    pub fn endless(&self) -> Trouble {
        let steps = self.rules.steps;
        let sentence = format!("livelock: after {steps} steps the threads have come to no end.");
        self.trouble(Kind::Livelock, sentence)
    }

    pub fn strayed(&self) -> Trouble {
        let sentence = "not the same twice: after the same choices the program does something \
                        else than before. It looks at something that no order decides: a random \
                        number, the order of a HashMap, a `static` that an earlier order has \
                        changed, the world outside.";
        self.trouble(Kind::Strayed, sentence.to_string())
    }

    pub fn carried_over(&self) -> Option<Trouble> {
        let (kind, place) = self.carried?;
        let sentence = format!(
            "not a fresh start: the {kind} used at {} is older than this order. A `static`, or \
             something made outside of the closure, keeps what an earlier order left in it. Make \
             it inside, or let each order have a process of its own (`Explorer::isolated`).",
            spot(place)
        );
        Some(self.trouble(Kind::Carried, sentence))
    }

    /// A panic that nobody has seen: not of main, and the thread was not joined.
    pub fn unseen_panic(&self) -> Option<Trouble> {
        let may = |name: &str| self.rules.may_panic && name != "main";
        let mut threads = self.threads.iter().filter(|thread| !thread.joined);
        let thread = threads.find(|thread| thread.panicked.is_some() && !may(&thread.name))?;
        let whose = match thread.name.as_str() {
            "main" => "main panics".to_string(),
            name => format!("{name} panics, and nobody joins it"),
        };
        let message = thread.panicked.as_deref().unwrap_or_default();
        let sentence = format!("a panic in this order: {whose}: {message}.");
        Some(self.trouble(Kind::Panic, sentence))
    }

    /// With where each thread stands.
    pub fn trouble(&self, kind: Kind, sentence: String) -> Trouble {
        let tids = 0..self.threads.len();
        let ends = tids.map(|tid| self.stands(tid)).collect();
        Trouble {
            kind,
            sentence,
            ends,
        }
    }
}

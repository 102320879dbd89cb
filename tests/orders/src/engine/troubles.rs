//! The sentence for each kind of failure.

use super::failure::{Kind, Trouble};
use super::model::{Model, Tid, Wait};
use super::state::State;
use super::words::spot;

impl State {
    /// Nobody can go on, and no clock will change that.
    pub fn stuck(&self) -> Trouble {
        let trouble = self.trouble(Kind::Deadlock, String::new());
        let main_has_ended = self.threads.first().is_some_and(|main| main.ended);
        let standing = trouble.ends.iter().zip(&self.threads);
        let waiting = standing
            .filter(|(_, thread)| !thread.ended)
            .map(|(end, _)| end.as_str());
        let waiting: Vec<&str> = waiting.collect();
        let waiting = waiting.join("; ");
        let (kind, what) = match self.missed() {
            _ if main_has_ended => (
                Kind::Leak,
                format!("leaked threads: main has ended, and {waiting}. Nobody can go on"),
            ),
            Some(missed) => (
                Kind::LostWakeUp,
                format!("lost wake-up: {missed}. Now {waiting}. Nobody can go on"),
            ),
            None => (
                Kind::Deadlock,
                format!("deadlock: {waiting}. Nobody can go on"),
            ),
        };
        let sentence = format!("{what}.");
        Trouble {
            kind,
            sentence,
            ..trouble
        }
    }

    /// A notification that came when nobody waited, though somebody waits for one now.
    fn missed(&self) -> Option<String> {
        let mut threads = self
            .threads
            .iter()
            .filter(|thread| !thread.ended && !thread.noticed);
        threads.find_map(|thread| {
            let Wait::Notice { condvar, .. } = thread.wait else {
                return None;
            };
            let Model::Condvar {
                early: Some((by, place)),
            } = &self.things[condvar].model
            else {
                return None;
            };
            let (by, what) = (&self.threads[*by].name, self.name(condvar));
            Some(format!(
                "{by} notified {what} when nobody waited ({})",
                spot(place)
            ))
        })
    }

    fn at(&self, tid: Tid) -> (String, String) {
        let thread = &self.threads[tid];
        (thread.name.clone(), spot(thread.place))
    }

    pub fn keeps_looking(&self, tid: Tid) -> Trouble {
        let (name, place) = self.at(tid);
        let sentence = format!(
            "busy waiting: {name} looks again and again at {place}, though nothing has changed, \
             while everybody else waits. It keeps a processor busy."
        );
        self.trouble(Kind::Busy, sentence)
    }

    pub fn wakes_for_nothing(&self, tid: Tid) -> Trouble {
        let (name, place) = self.at(tid);
        let sentence = format!(
            "busy waiting: {name} lets the clock wake it up at {place} to look again, though \
             nothing has changed, while everybody else waits."
        );
        self.trouble(Kind::Busy, sentence)
    }

    pub fn livelock(&self, tid: Tid) -> Trouble {
        let (name, place) = self.at(tid);
        let sentence = format!(
            "livelock: {name} looks again and again at {place}, and nobody is left who could \
             change what it sees."
        );
        self.trouble(Kind::Livelock, sentence)
    }

    pub fn endless(&self) -> Trouble {
        let sentence = format!(
            "livelock: after {} steps the threads have come to no end.",
            self.rules.steps
        );
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
        let message = thread.panicked.as_deref().unwrap_or_default();
        let name = &thread.name;
        let whose = if thread.name == "main" {
            ""
        } else {
            ", and nobody joins it"
        };
        let sentence = format!("a panic in this order: {name} panics{whose}: {message}.");
        Some(self.trouble(Kind::Panic, sentence))
    }
}

//! The thread that runs, and `park`.

use crate::engine::{Here, Me, Step, Tid, Wait, here, inside};
use std::fmt::{self, Debug, Formatter};
use std::panic::Location;
use std::thread::ThreadId;
use std::time::Duration;

#[derive(Clone)]
pub struct Thread {
    real: std::thread::Thread,
    me: Option<Me>,
}

#[must_use]
pub fn current() -> Thread {
    Thread {
        real: std::thread::current(),
        me: inside(),
    }
}

impl Thread {
    pub(crate) fn new(real: std::thread::Thread, me: Option<Me>) -> Thread {
        Thread { real, me }
    }

    pub(crate) fn tid(&self) -> Tid {
        self.me.as_ref().map_or(0, |me| me.tid)
    }

    #[must_use]
    pub fn id(&self) -> ThreadId {
        self.real.id()
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.real.name()
    }

    #[track_caller]
    pub fn unpark(&self) {
        let Some(target) = &self.me else {
            return self.real.unpark();
        };
        if let Some(me) = inside() {
            me.step(Step::at(Location::caller()), |state| {
                let thread = &mut state.threads[target.tid];
                let name = thread.name.clone();
                if !thread.token {
                    thread.token = true;
                    state.changes += 1;
                }
                state.say(|| format!("unparks {name}"));
            });
        }
    }
}

impl Debug for Thread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

#[track_caller]
pub fn park() {
    park_for(None);
}

/// As [`std::thread::park_timeout`], on the clock of the order.
#[track_caller]
pub fn park_timeout(time: Duration) {
    park_for(Some(time));
}

#[track_caller]
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::park_timeout`")]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms.into()));
}

#[track_caller]
fn park_for(time: Option<Duration>) {
    let me = match here() {
        Here::Inside(me) => me,
        Here::Over => return,
        Here::Outside => return time.map_or_else(std::thread::park, std::thread::park_timeout),
    };
    let until = time.and_then(|time| me.exec.state().after(time));
    let step = Step::at(Location::caller()).wait(Wait::Token);
    me.step(step.until(until), |state| {
        let late = match std::mem::take(&mut state.threads[me.tid].token) {
            true => "",
            false => ": the time is over",
        };
        state.say(|| format!("goes on from `park`{late}"));
    });
}
